package sh.inference.console.ui.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.testing.BulkRig;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;

@ExtendWith(FxExtension.class)
class BulkDialogTest {
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    @TempDir
    private Path folder;
    private BulkRig rig;
    private Scene scene;
    private Theme theme;

    @Test
    void theDialogAsksForVerbAndCountAndBeginsInTheOrderShown() {
        Fx.run(() -> {
            rig = new BulkRig(folder);
            ModalLayer layer = new ModalLayer();
            VBox page = new VBox();
            page.getStyleClass().add("panel");
            scene = new Scene(new StackPane(page, layer), 1280, 900);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            javafx.stage.Stage stage = new javafx.stage.Stage();
            stage.setScene(scene);
            stage.show();
            new ConfirmDialog(layer, new ViewLoader(words.bundle()), Stage.PRODUCTION, words, new Ticker(rig.rig.clock)).ask(rig.ask());
        });
        Fx.await("the focus on Cancel", 5, () -> scene.lookup("#bulk-cancel").isFocused());
        Screens.saveAll(scene, theme, "bulk-dialog", "drain");
        assertThat(Fx.call(() -> scene.lookup("#bulk-ok").isDisabled())).isTrue();
        Fx.run(() -> ((TextField) scene.lookup("#bulk-phrase")).setText("drain 7"));
        Fx.run(() -> scene.lookup("#bulk-ok").requestFocus());
        Keys.push(KeyCode.SPACE);
        Fx.await("the first drain", 5, () -> rig.rig.service.writes.size() == 1);
        assertThat(Fx.call(() -> scene.lookup("#bulk-dialog"))).isNull();
    }
}
