package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class HoverTextTest {
    private final FxRobot robot = new FxRobot();

    @Test
    void whoPointsAtAControlIsToldWhatItSaysByThen() {
        Button bell = Fx.call(() -> {
            Button button = new Button("3");
            button.setAccessibleText("2 notices");
            HoverText.on(button, button::getAccessibleText);
            button.setAccessibleText("3 notices");
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(40, new Label("elsewhere"), button), 200, 120));
            stage.show();
            return button;
        });
        robot.moveTo(bell);
        Tooltip tooltip = Fx.call(bell::getTooltip);
        Fx.await("the words", 5, tooltip::isShowing);
        assertThat(Fx.call(tooltip::getText)).isEqualTo("3 notices");
    }
}
