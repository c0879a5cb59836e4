package sh.inference.console.ui.common;

import javafx.scene.layout.Pane;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;

/** A frame around a dialog with the kind's badge on its upper edge, for dialogs that do not say themselves where they act. */
public final class DialogMark extends Pane {
    private static final double INSET = 14;
    private final KindBadge badge;

    public DialogMark(ProfileKind kind, Messages words) {
        badge = new KindBadge(kind, words);
        getStyleClass().addAll("dialog-mark", Kinds.styleClass(kind));
        setMouseTransparent(true);
        setManaged(false);
        getChildren().add(badge);
    }

    /** How far the badge stands out above the dialog. */
    double overhang() {
        return badge.prefHeight(-1) / 2 + 1;
    }

    @Override
    protected void layoutChildren() {
        double width = badge.prefWidth(-1);
        double height = badge.prefHeight(width);
        badge.resizeRelocate(getWidth() - width - INSET, -height / 2, width, height);
    }
}
