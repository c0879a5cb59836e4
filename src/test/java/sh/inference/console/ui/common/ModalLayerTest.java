package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class ModalLayerTest {
    private ModalLayer layer;
    private Button first;
    private Button drain;
    private Button update;
    private HBox verbs;
    private VBox page;
    private VBox dialog;
    private Scene scene;
    private int escaped;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            layer = new ModalLayer();
            first = new Button("first");
            drain = new Button("drain");
            update = new Button("update");
            verbs = new HBox(drain, update);
            page = new VBox(first, verbs);
            dialog = new VBox(new Button("cancel"));
            scene = new Scene(new StackPane(page, layer), 400, 300);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            drain.requestFocus();
            layer.show(dialog, () -> {
                escaped++;
                layer.close(dialog);
            });
        });
        Fx.settle();
    }

    /** Where no motion is wished, a dialog is there at once. */
    @Test
    void aDialogFadesInOnlyWhereMotionIsWished() {
        close();
        Fx.run(() -> layer.setStill(true));
        assertThat(Fx.call(this::opacityWhenShown)).isEqualTo(1.0);
        close();
        Fx.run(() -> layer.setStill(false));
        assertThat(Fx.call(this::opacityWhenShown)).isZero();
        Fx.await("the whole dialog", 5, () -> dialog.getOpacity() == 1);
    }

    private double opacityWhenShown() {
        layer.show(dialog, () -> layer.close(dialog));
        return dialog.getOpacity();
    }

    @Test
    void theFocusGoesBackToItsOpener() {
        close();
        assertThat(Fx.call(scene::getFocusOwner)).isSameAs(drain);
    }

    @Test
    void theNeighbourGetsTheFocusWhenTheOpenerIsOff() {
        Fx.run(() -> drain.setDisable(true));
        close();
        assertThat(Fx.call(scene::getFocusOwner)).isSameAs(update);
    }

    @Test
    void thePageGetsTheFocusWhenWhatTheOpenerStoodInIsGone() {
        Fx.run(() -> page.getChildren().remove(verbs));
        close();
        assertThat(Fx.call(scene::getFocusOwner)).isSameAs(first);
        Fx.run(() -> assertThat(first.isFocused()).isTrue());
    }

    @Test
    void whatIsDismissedGoesAsWithEsc() {
        Fx.run(layer::dismiss);
        assertThat(escaped).isEqualTo(1);
        assertThat(Fx.call(layer::isShowing)).isFalse();
    }

    private void close() {
        Fx.run(() -> layer.close(dialog));
        Fx.settle();
    }
}
