package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class ButtonOrderTest {
    @Test
    void theButtonThatActsStandsWhereThePlatformHasIt() {
        Fx.run(() -> {
            Button curl = new Button("curl");
            Button cancel = new Button("cancel");
            Button act = new Button("act");
            HBox row = new HBox(curl, cancel, act);
            ButtonOrder.arrange(cancel, act, "Linux");
            assertThat(row.getChildren()).containsExactly(curl, cancel, act);
            ButtonOrder.arrange(cancel, act, "Mac OS X");
            assertThat(row.getChildren()).containsExactly(curl, cancel, act);
            ButtonOrder.arrange(cancel, act, "Windows 11");
            assertThat(row.getChildren()).containsExactly(curl, act, cancel);
        });
    }
}
