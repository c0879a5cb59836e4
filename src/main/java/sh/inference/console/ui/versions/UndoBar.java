package sh.inference.console.ui.versions;

import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.IdText;

/** Which version was just made current, and the way back. */
final class UndoBar extends HBox {
    private final Messages words;
    private final Undo undo;
    private final IdText what = new IdText();
    private final Label left = new Label();
    private final Button back = new Button();
    private Optional<Undo.Offer> shown = Optional.empty();

    UndoBar(Undo undo, Messages words) {
        this.words = words;
        this.undo = undo;
        setId("undo-bar");
        getStyleClass().addAll("undo-bar", "info-surface", "line-below");
        left.getStyleClass().addAll("hint", "subtle");
        left.setMinWidth(USE_PREF_SIZE);
        back.setId("undo-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> shown.ifPresent(undo::request));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        setFillHeight(false);
        getChildren().addAll(Icons.of("mdmz-undo", "accent-icon"), what, gap, left, back);
        show(Optional.empty());
    }

    void show(Optional<Undo.Offer> offer) {
        shown = offer;
        setVisible(offer.isPresent());
        setManaged(offer.isPresent());
        offer.ifPresent(open -> {
            what.setWords(words.of("versions.undo.what", brief(open.taken().step().to()), open.taken().at()));
            left.setText(words.of("versions.undo.left", words.formats().stopwatch(open.left())));
            back.setText(words.of("versions.undo.back", brief(open.taken().step().from())));
        });
    }

    private static String brief(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
