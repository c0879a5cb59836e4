package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** What was not seen is shown as not seen. */
@ExtendWith(FxExtension.class)
class SparklineTest {
    private static final float GAP = Float.NaN;

    private static Sparkline laidOut(String word, float... samples) {
        return Fx.call(() -> {
            Sparkline chart = new Sparkline(32, word);
            new Scene(chart, 300, 32);
            chart.show(samples, 4);
            chart.resize(300, 32);
            chart.layout();
            return chart;
        });
    }

    /** How many strokes a part of the chart is made of. */
    private static long strokes(Sparkline chart, String part) {
        return ((Path) part(chart, part)).getElements().stream().filter(MoveTo.class::isInstance).count();
    }

    private static Node part(Sparkline chart, String part) {
        return chart.getChildrenUnmodifiable().stream().filter(node -> node.getStyleClass().contains(part)).findFirst().orElseThrow();
    }

    @Test
    void aGapBreaksTheLineAndIsShaded() {
        Sparkline chart = laidOut("", GAP, 1, 2, GAP, GAP, 3, GAP);
        assertThat(strokes(chart, "line")).isEqualTo(2);
        assertThat(strokes(chart, "gaps")).as("between values and after them; before them nobody watched").isEqualTo(2);
    }

    @Test
    void withAWordEverythingThatIsMissingIsShadedAndTheWidestGapSaysSo() {
        Sparkline chart = laidOut("no data", GAP, GAP, GAP, GAP, 1, GAP, 3);
        assertThat(strokes(chart, "gaps")).isEqualTo(2);
        Label word = (Label) part(chart, "hint");
        assertThat(word.isVisible()).isTrue();
        assertThat(word.getLayoutX()).isLessThan(150);
    }

    @Test
    void whereNothingIsKnownNothingIsDrawn() {
        for (Sparkline chart : List.of(laidOut("", GAP, GAP), laidOut("no data", GAP, GAP), laidOut(""))) {
            assertThat(chart.isBlank()).isTrue();
            assertThat(strokes(chart, "gaps")).isZero();
            assertThat(strokes(chart, "line")).isZero();
        }
    }
}
