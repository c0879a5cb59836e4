package sh.inference.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class UiThreadTest {
    @Test
    void tasksRunOnTheFxThread() throws Exception {
        CompletableFuture<Boolean> onFx = new CompletableFuture<>();
        new UiThread().execute(() -> onFx.complete(Platform.isFxApplicationThread()));
        assertThat(onFx.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRobotClicksAButton() {
        boolean[] clicked = new boolean[1];
        Fx.run(() -> {
            Button button = new Button("press");
            button.setId("press");
            button.setOnAction(event -> clicked[0] = true);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(button), 300, 200));
            stage.show();
        });
        new FxRobot().clickOn("#press");
        Fx.await("the click", 5, () -> clicked[0]);
    }
}
