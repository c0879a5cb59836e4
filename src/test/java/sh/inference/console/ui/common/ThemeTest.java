package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    @Test
    void whatAViewLaysOutByItsOwnSheetStaysSoInEveryLookAndWithEveryRoot() {
        Theme theme = Fx.call(() -> new Theme(Optional.of(Look.LIGHT)));
        Label first = Fx.call(() -> new Label("wide"));
        Label second = Fx.call(() -> new Label("wide as well"));
        Scene scene = Fx.call(() -> {
            Scene made = new Scene(new StackPane(), 400, 100);
            theme.apply(made);
            Stage stage = new Stage();
            stage.setScene(made);
            theme.show(made, view(first));
            stage.show();
            return made;
        });
        Fx.run(() -> theme.choose(Optional.of(Look.DARK)));
        Fx.settle();
        assertThat(Fx.call(first::getWidth)).isEqualTo(321);
        Fx.run(() -> theme.show(scene, view(second)));
        Fx.settle();
        assertThat(Fx.call(second::getWidth)).isEqualTo(321);
        assertThat(Fx.call(() -> scene.getStylesheets().stream().distinct().count())).isEqualTo(Fx.call(() -> (long) scene.getStylesheets().size()));
    }

    private static StackPane view(Label label) {
        label.getStyleClass().add("of-the-view");
        StackPane view = new StackPane(new StackPane(label));
        view.getStylesheets().add("data:text/css;base64," + Base64.getEncoder().encodeToString(".of-the-view{-fx-min-width:321px;}".getBytes(StandardCharsets.UTF_8)));
        return view;
    }
}
