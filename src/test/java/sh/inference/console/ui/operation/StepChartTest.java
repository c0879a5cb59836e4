package sh.inference.console.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.ops.OperationRecord.Point;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class StepChartTest {
    private static final Instant START = Instant.parse("2026-10-13T13:02:10Z");
    private static final double WIDTH = 500;

    private static List<Text> times(int seconds, int percent) {
        return Fx.call(() -> {
            StepChart chart = new StepChart(new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
            VBox root = new VBox(chart);
            root.getStylesheets().add(StepChart.class.getResource("operation.css").toExternalForm());
            Scene scene = new Scene(root, WIDTH, 400);
            Theme theme = new Theme(Optional.of(Look.DARK));
            theme.size(percent, false);
            theme.apply(scene);
            chart.show(new StepChart.Chart(List.of(new Point(START, 3, 3, true)), START, START.plusSeconds(seconds), Optional.empty()));
            for (int pass = 0; pass < 2; pass++) {
                root.applyCss();
                root.layout();
            }
            return chart.lookupAll(".chart-label").stream().map(Text.class::cast).filter(text -> text.isVisible() && text.getText().contains(":")).toList();
        });
    }

    /** However large text is, each time stands in the chart, whole and beside the others. */
    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void noTimeIsCutOrTouchesAnother(int percent) {
        List<Text> times = times(600, percent);
        assertThat(times.getFirst().getText()).isEqualTo("13:02:10");
        assertThat(times.getLast().getText()).isEqualTo("13:12:10");
        double end = 0;
        for (Text time : times) {
            assertThat(time.getBoundsInParent().getMinX()).isGreaterThan(end);
            end = time.getBoundsInParent().getMaxX();
            assertThat(time.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(time.getParent().getLayoutBounds().getMaxY() + 1);
        }
        assertThat(end).isLessThanOrEqualTo(WIDTH);
    }

    @Test
    void aChartOfAFewSecondsSaysNoTimeTwice() {
        assertThat(times(2, 100)).extracting(Text::getText).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    }
}
