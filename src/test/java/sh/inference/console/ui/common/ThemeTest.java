package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class ThemeTest {
    @Test
    void iconsGrowWithTheText() {
        Theme theme = Fx.call(() -> new Theme(Optional.of(Look.LIGHT)));
        FontIcon icon = Fx.call(() -> Icons.of(Icons.DRAIN));
        FontIcon small = Fx.call(() -> Icons.of(Icons.DRAIN, "small-icon"));
        Fx.run(() -> {
            Scene scene = new Scene(new StackPane(new Label("drain", icon), small), 200, 100);
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        Fx.settle();
        assertThat(Fx.call(icon::getIconSize)).isEqualTo(16);
        assertThat(Fx.call(small::getIconSize)).isEqualTo(14);
        Fx.run(() -> theme.size(200, false));
        Fx.settle();
        assertThat(Fx.call(icon::getIconSize)).isEqualTo(32);
        assertThat(Fx.call(small::getIconSize)).isEqualTo(28);
    }
}
