package sh.inference.console.ui.palette;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Shortcuts;

/** The sheet of keys on screen. */
public final class KeysView {
    private final KeysViewModel model;
    private final ModalLayer layer;
    @FXML private VBox root;
    @FXML private FlowPane parts;
    @FXML private Button close;

    public KeysView(KeysViewModel model, ModalLayer layer) {
        this.model = model;
        this.layer = layer;
    }

    /** Shows the sheet; does nothing while a dialog is open. */
    public void show() {
        if (!layer.isShowing()) {
            parts.getChildren().setAll(model.parts().stream().map(KeysView::part).toList());
            layer.show(root, this::close);
            close.requestFocus();
        }
    }

    @FXML
    private void close() {
        layer.close(root);
    }

    private static VBox part(KeysViewModel.Part part) {
        Label title = new Label(part.title());
        title.getStyleClass().add("section-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("keys-part");
        part.lines().forEach(line -> box.getChildren().add(line(line)));
        return box;
    }

    private static HBox line(KeysViewModel.Line line) {
        Label what = new Label(line.what());
        what.setWrapText(true);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox box = new HBox(what);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("keys-line");
        line.keys().forEach(key -> {
            Label cap = new Label(Shortcuts.shown(key));
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(cap);
        });
        return box;
    }
}
