package sh.inference.console.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.text.Messages;

/** What stands where rows would be: one sentence and at most one button, or a problem with its next step. */
public final class Placeholder extends VBox {
    private Placeholder() {
        getStyleClass().add("placeholder-pane");
    }

    public static Placeholder sentence(String sentence) {
        Placeholder pane = new Placeholder();
        pane.add(sentence, "what");
        return pane;
    }

    /** @param button the words on the one button */
    public static Placeholder sentence(String sentence, String button, Runnable action) {
        Placeholder pane = sentence(sentence);
        pane.addButton(button, action);
        return pane;
    }

    /** What happened, why, what to do, and a button that tries again. */
    public static Placeholder problem(Problem problem, Messages messages, Runnable retry) {
        Placeholder pane = new Placeholder();
        pane.getChildren().add(Icons.of(Icons.ERROR, "danger-icon"));
        pane.add(messages.of(problem.title()), "pane-title");
        pane.add(messages.of(problem.what()), "what");
        if (!problem.detail().isEmpty()) {
            pane.add(messages.of(problem.inDetail()), "what");
        }
        pane.add(messages.of(problem.next()), "next");
        pane.addButton(messages.of("retry"), retry);
        return pane;
    }

    private void add(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(560);
        label.getStyleClass().add(styleClass);
        getChildren().add(label);
    }

    private void addButton(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
    }
}
