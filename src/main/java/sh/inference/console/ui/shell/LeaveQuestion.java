package sh.inference.console.ui.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ButtonOrder;
import sh.inference.console.ui.common.ModalLayer;

/** Asks before the console is closed while something that was confirmed would not be done any more. */
public final class LeaveQuestion extends VBox {
    private final ModalLayer layer;

    /** @param leave called when the operator closes the console all the same */
    public LeaveQuestion(OpenWork work, Messages words, ModalLayer layer, Runnable leave) {
        this.layer = layer;
        setId("leave-dialog");
        setAccessibleRole(AccessibleRole.DIALOG);
        getStyleClass().addAll("dialog-box", "leave");
        Label title = new Label(words.of("leave.title"));
        title.getStyleClass().add("object-title");
        setAccessibleText(title.getText());
        VBox body = new VBox(title);
        body.getStyleClass().add("leave-body");
        for (Text line : work.told()) {
            Label said = new Label(words.of(line));
            said.setWrapText(true);
            body.getChildren().add(said);
        }
        Button stay = button(words.of("leave.stay"), "leave-stay", this::stay);
        Button go = button(words.of("leave.go"), "leave-go", () -> {
            stay();
            leave.run();
        });
        go.getStyleClass().add("danger");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(gap, stay, go);
        foot.getStyleClass().addAll("leave-foot", "line-above");
        ButtonOrder.arrange(stay, go);
        getChildren().setAll(body, foot);
        layer.show(this, this::stay);
        stay.requestFocus();
    }

    private void stay() {
        layer.close(this);
    }

    private static Button button(String word, String id, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.getStyleClass().add("dialog-button");
        button.setOnAction(event -> action.run());
        return button;
    }
}
