package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** A line whose end goes into a menu where there is no room for it. */
@ExtendWith(FxExtension.class)
class OverflowLineTest {
    @Test
    void theMenuHoldsWhatHasNoRoomAndSaysTheNumberOfWhatCounts() {
        MenuButton more = Fx.call(() -> {
            OverflowLine line = new OverflowLine("more", n -> n + " more");
            List<OverflowLine.Part> parts = new ArrayList<>();
            for (String word : List.of("headline", "first engine", "second engine", "third engine")) {
                parts.add(new OverflowLine.Part(() -> new Label(word), new MenuItem(word)));
            }
            parts.add(3, new OverflowLine.Part(() -> new Label("what is done to the second"), new MenuItem("what is done to the second"), false));
            line.setParts(parts);
            Stage stage = new Stage();
            stage.setScene(new Scene(line, 290, 40));
            stage.show();
            line.applyCss();
            line.layout();
            return (MenuButton) line.lookup("#more");
        });
        assertThat(Fx.call(() -> more.getItems().stream().map(MenuItem::getText).toList())).containsExactly("second engine", "what is done to the second", "third engine");
        assertThat(Fx.call(more::getText)).isEqualTo("2 more");
    }
}
