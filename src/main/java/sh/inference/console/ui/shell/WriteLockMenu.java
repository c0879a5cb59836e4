package sh.inference.console.ui.shell;

import java.util.ArrayList;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.profile.WriteLock;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;

/** The write lock in the header: what it is in, how long still, and a menu that locks and unlocks. Two steps, so that no single key opens it. */
public final class WriteLockMenu extends MenuButton {
    private static final PseudoClass SHUT = PseudoClass.getPseudoClass("shut");
    private final WriteLockViewModel model;
    private final Messages words;
    private final FontIcon icon = Icons.of(Icons.LOCKED, "small-icon");

    public WriteLockMenu(WriteLockViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        setId("write-lock");
        getStyleClass().addAll("quiet", "write-lock");
        setGraphic(icon);
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(model.textProperty());
        model.stateProperty().subscribe(this::showState);
        setOnShowing(event -> getItems().setAll(items()));
        getItems().setAll(items());
    }

    private void showState(WriteLock.State state) {
        boolean open = state == WriteLock.State.OPEN || state == WriteLock.State.UNLOCKED;
        icon.setIconLiteral(open ? Icons.UNLOCKED : Icons.LOCKED);
        pseudoClassStateChanged(SHUT, !open);
        getItems().setAll(items());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        model.unlockText().ifPresent(text -> items.add(item("write-unlock", text, model::unlock)));
        if (model.canLock()) {
            items.add(item("write-lock-now", words.of("lock.lock"), model::lock));
        }
        if (items.isEmpty()) {
            MenuItem why = item("write-read-only", words.of("lock.read-only.why"), () -> { });
            why.setDisable(true);
            items.add(why);
        }
        return items;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
