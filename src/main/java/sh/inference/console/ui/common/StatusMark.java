package sh.inference.console.ui.common;

import java.util.Set;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.text.Messages;

/** A state as icon, word and colour. Pooled in cells: {@link #show} only changes text, icon and pseudo-classes. */
public final class StatusMark extends Label {
    private static final Set<PseudoClass> LEVELS = Set.of(PseudoClass.getPseudoClass("changing"), PseudoClass.getPseudoClass("wrong"));
    private final FontIcon icon = new FontIcon();
    private Status shown;

    public StatusMark() {
        getStyleClass().add("status-mark");
        WholeText.onHover(this);
    }

    public StatusMark(Status status, Messages messages) {
        this();
        show(status, messages);
    }

    /** Shows a status; null shows nothing. */
    public void show(Status status, Messages messages) {
        if (status == null ? shown == null : status.equals(shown)) {
            return;
        }
        if (shown != null) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(shown.tone()), false);
        }
        shown = status;
        if (status == null) {
            setText("");
            setGraphic(null);
            return;
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass(status.tone()), true);
        String level = status.level().name().toLowerCase(java.util.Locale.ROOT);
        LEVELS.forEach(known -> pseudoClassStateChanged(known, known.getPseudoClassName().equals(level)));
        setText(messages.of(status.word()));
        if (!status.icon().isEmpty()) {
            icon.setIconLiteral(status.icon());
            setGraphic(icon);
        }
    }
}
