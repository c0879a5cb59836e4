package sh.inference.console.ui.versions;

import java.util.Map;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.state.VersionBadge;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.WholeText;

/** The badge of a version: icon, word and frame; what the console does not know has a dashed one. */
final class BadgeMark extends Label {
    private static final Map<VersionBadge, PseudoClass> TONES = Map.of(
            VersionBadge.CURRENT, PseudoClass.getPseudoClass("current"),
            VersionBadge.NEWER_NEVER_CURRENT, PseudoClass.getPseudoClass("newer"),
            VersionBadge.FORMER, PseudoClass.getPseudoClass("former"),
            VersionBadge.FIRST_SEEN_HERE, PseudoClass.getPseudoClass("first-seen"));
    private final FontIcon icon = Icons.of(Icons.VERSION_FORMER, "small-icon");

    BadgeMark() {
        getStyleClass().add("version-badge");
        setGraphic(icon);
        WholeText.onHover(this);
    }

    void show(VersionBadge badge, String word) {
        setText(word);
        icon.setIconLiteral(switch (badge) {
            case CURRENT -> Icons.VERSION_CURRENT;
            case NEWER_NEVER_CURRENT -> Icons.VERSION_NEWER;
            case FORMER -> Icons.VERSION_FORMER;
            case FIRST_SEEN_HERE -> Icons.VERSION_FIRST_SEEN;
        });
        TONES.forEach((known, tone) -> pseudoClassStateChanged(tone, known == badge));
    }
}
