package sh.inference.console.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;

/** The kind of a profile as icon and word on its colour. */
public final class KindBadge extends HBox {
    public KindBadge(ProfileKind kind, Messages messages) {
        Label word = new Label(messages.of(Kinds.wordKey(kind)));
        word.setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("kind-badge", Kinds.styleClass(kind));
        getChildren().addAll(Icons.of(Kinds.icon(kind)), word);
        setMinWidth(USE_PREF_SIZE);
    }
}
