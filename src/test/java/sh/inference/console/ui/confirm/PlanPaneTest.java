package sh.inference.console.ui.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.model.Text;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/** Parts of a plan, drawn anew while somebody reads them. */
@ExtendWith(FxExtension.class)
class PlanPaneTest {
    private final PlanPane pane = new PlanPane(new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
    private final VBox into = new VBox();

    @Test
    void aLongListStaysWhereItWasScrolledToWhenThePlanIsReadAgain() {
        Fx.run(() -> {
            javafx.stage.Stage stage = new javafx.stage.Stage();
            stage.setScene(new Scene(into, 500, 300));
            stage.show();
            pane.draw(List.of(section(20, 3)), into);
            scroll().setVvalue(0.5);
            scroll().requestFocus();
            pane.draw(List.of(section(20, 2)), into);
        });
        Fx.settle();
        assertThat(Fx.call(() -> scroll().getVvalue())).isEqualTo(0.5);
        assertThat(Fx.call(() -> scroll().isFocused())).isTrue();
        assertThat(Fx.call(() -> scroll().getContent().lookupAll(".confirm-row"))).hasSize(20);
    }

    @Test
    void aShortListIsShownWhole() {
        Fx.run(() -> pane.draw(List.of(section(7, 3)), into));
        assertThat(Fx.call(() -> into.lookup(".confirm-scroll"))).isNull();
    }

    private ScrollPane scroll() {
        return (ScrollPane) into.lookup(".confirm-scroll");
    }

    private static PlanSection section(int rows, int engines) {
        return new PlanSection(Text.of("plan.loss.together"), Text.of("plan.loss.remark"), IntStream.range(0, rows)
                .mapToObj(i -> new PlanSection.Row(PlanSection.Mark.BAD, List.of(Text.verbatim("app-" + i), Text.of("plan.loss.stranded"), Text.of("plan.from-to", engines, 0)))).toList());
    }
}
