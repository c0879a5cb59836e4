package sh.inference.console.ui.confirm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import sh.inference.console.model.AppStatus;
import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.text.Messages;

/** The choice of an app's status side by side, and a field for the message that those who see the app read. */
final class StatusPane extends VBox {
    StatusPane(StatusChoice choice, Messages words) {
        getStyleClass().add("confirm-part");
        Label head = new Label(words.of("app-status.field"));
        head.getStyleClass().add("section-title");
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        List<ToggleButton> buttons = new ArrayList<>();
        for (AppStatus status : SetAppStatus.CHOICES) {
            ToggleButton button = new ToggleButton(words.of(SetAppStatus.word(status)));
            button.setId("app-status-" + status.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(choice.statusProperty().get() == status);
            button.setOnAction(event -> {
                button.setSelected(true);
                choice.statusProperty().set(status);
            });
            buttons.add(button);
        }
        buttons.getFirst().getStyleClass().add("first");
        buttons.getLast().getStyleClass().add("last");
        segments.getChildren().setAll(buttons);
        TextField message = new TextField();
        message.setId("app-status-message");
        message.setPromptText(words.of("app-status.message.prompt"));
        message.textProperty().bindBidirectional(choice.messageProperty());
        Label told = new Label(words.of("app-status.message"));
        told.getStyleClass().add("section-title");
        told.setLabelFor(message);
        getChildren().setAll(head, segments, told, message);
    }
}
