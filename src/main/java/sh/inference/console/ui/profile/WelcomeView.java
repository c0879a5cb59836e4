package sh.inference.console.ui.profile;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Kinds;
import sh.inference.console.ui.common.ModalLayer;

/** The welcome of a first start, a panel over the running sandbox. */
public final class WelcomeView {
    private final WelcomeViewModel model;
    private final ViewLoader loader;
    @FXML private VBox root;
    @FXML private HBox cards;
    @FXML private Label sandboxTitle;
    @FXML private Label inside;
    @FXML private Label faults;
    @FXML private Label rules;
    @FXML private Label promise;
    @FXML private Button sandbox;

    public WelcomeView(WelcomeViewModel model, ViewLoader loader) {
        this.model = model;
        this.loader = loader;
    }

    /** Shows the welcome; Esc stays on the sandbox. */
    public static void show(WelcomeViewModel model, ViewLoader loader, ModalLayer layer) {
        WelcomeView view = new WelcomeView(model, loader);
        Region panel = loader.load(view);
        model.closedProperty().subscribe(closed -> {
            if (closed) {
                layer.close(panel);
            }
        });
        layer.show(panel, model::openSandbox);
        view.sandbox.requestFocus();
    }

    @FXML
    private void initialize() {
        sandboxTitle.setGraphic(Icons.of(Kinds.icon(ProfileKind.SANDBOX)));
        inside.setText(model.inside());
        inside.setGraphic(Icons.of(Icons.ENGINES, "small-icon"));
        faults.setGraphic(Icons.of(Icons.STUCK, "small-icon"));
        rules.setGraphic(Icons.of(Icons.OPERATIONS, "small-icon"));
        promise.setGraphic(Icons.of(Icons.LOCKED, "small-icon"));
        Region editor = loader.load(new ProfileEditorView(model.editor(), false));
        HBox.setHgrow(editor, Priority.ALWAYS);
        cards.getChildren().add(editor);
    }

    @FXML
    private void openSandbox() {
        model.openSandbox();
    }
}
