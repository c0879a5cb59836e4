package sh.inference.console.ui.common;

import java.util.function.Supplier;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.text.Messages;

/** Copies a text and says so: its icon is a check mark for a moment. */
public final class CopyButton extends Button {
    private final FontIcon icon = Icons.of(Icons.COPY, "small-icon");
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1.5));
    private final Messages messages;
    private final String what;

    /**
     * @param what what is copied, for the tooltip and the screen reader: "Copy the id"
     * @param text asked when the button is pressed
     */
    public CopyButton(Messages messages, String what, Supplier<String> text) {
        this.messages = messages;
        this.what = what;
        getStyleClass().add("quiet");
        setGraphic(icon);
        setTooltip(new Tooltip(what));
        setAccessibleText(what);
        setOnAction(event -> copy(text.get()));
        pause.setOnFinished(event -> showIdle());
    }

    /** Puts a text on the system's clipboard. */
    public static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void copy(String text) {
        toClipboard(text);
        icon.setIconLiteral(Icons.CHECK);
        setAccessibleText(messages.of("copy.done"));
        pause.playFromStart();
    }

    private void showIdle() {
        icon.setIconLiteral(Icons.COPY);
        setAccessibleText(what);
    }
}
