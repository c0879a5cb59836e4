package sh.inference.console.ui.profile;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;

import sh.inference.console.ui.common.KindBadge;

/** Asks for a key or a passphrase behind dots. */
public final class KeyPromptView {
    private final KeyPromptViewModel model;
    @FXML private HBox place;
    @FXML private Label host;
    @FXML private Label question;
    @FXML private PasswordField secret;
    @FXML private Label hint;
    @FXML private Label complaint;

    public KeyPromptView(KeyPromptViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        place.getChildren().addFirst(new KindBadge(model.profile().place().kind(), model.words()));
        host.setText(model.profile().place().host());
        model.placeProperty().subscribe(now -> {
            question.setText(model.question());
            hint.setText(model.hint());
            hint.setVisible(!model.hint().isEmpty());
            hint.setManaged(!model.hint().isEmpty());
            secret.setAccessibleText(model.question());
        });
        secret.textProperty().bindBidirectional(model.secretProperty());
        complaint.textProperty().bind(model.complaintProperty());
        complaint.visibleProperty().bind(model.complaintProperty().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
    }

    @FXML
    private void give() {
        model.give();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }
}
