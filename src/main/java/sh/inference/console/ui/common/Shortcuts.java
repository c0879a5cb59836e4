package sh.inference.console.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import sh.inference.console.model.Text;

/**
 * Listens to the keyboard for the actions. Bare characters are taken as they are typed, so that they work on every
 * keyboard layout, and never while somebody writes into a field. FX thread only.
 */
public final class Shortcuts {
    private final Actions actions;
    private final BooleanSupplier listening;
    private final Consumer<Text> refused;

    /**
     * @param listening false while a dialog is open: nothing behind it can be reached
     * @param refused   told why an action that was asked for is not possible now
     */
    public Shortcuts(Actions actions, BooleanSupplier listening, Consumer<Text> refused) {
        this.actions = actions;
        this.listening = listening;
        this.refused = refused;
    }

    /** Listens wherever no control has used the key itself. */
    public void listenOn(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /** A key as it stands on the keyboard: {@code Ctrl+K}, {@code Alt+D}, {@code /}; with the signs of macOS there. */
    public static String shown(String key) {
        return Actions.isBare(key) || !isValid(key) ? key : KeyCombination.valueOf(key).getDisplayText();
    }

    /** Whether a text names a key: one character, or a combination such as {@code Shortcut+Shift+C}. */
    static boolean isValid(String key) {
        if (Actions.isBare(key)) {
            return !Character.isWhitespace(key.charAt(0));
        }
        try {
            KeyCombination.valueOf(key);
            return true;
        } catch (IllegalArgumentException noKey) {
            return false;
        }
    }

    /** What was pressed, as a key that an action can have; empty while only modifiers are held. */
    public static Optional<String> read(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == javafx.scene.input.KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && !event.getCode().isFunctionKey()) {
            String text = event.getText();
            return text != null && text.length() == 1 && !Character.isISOControl(text.charAt(0)) ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        StringBuilder key = new StringBuilder();
        append(key, event.isShortcutDown(), "Shortcut");
        append(key, event.isAltDown(), "Alt");
        append(key, event.isShiftDown(), "Shift");
        return Optional.of(key.append(event.getCode().getName()).toString()).filter(Shortcuts::isValid);
    }

    private void pressed(KeyEvent event) {
        actions.all().stream().filter(action -> actions.keys(action).stream().anyMatch(key -> !Actions.isBare(key) && KeyCombination.valueOf(key).match(event)))
                .filter(action -> listening.getAsBoolean()).findFirst().ifPresent(action -> run(action, event));
    }

    private void typed(KeyEvent event) {
        boolean writing = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof Scene scene && scene.getFocusOwner() instanceof TextInputControl;
        if (!writing && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && List.of(" ", "\r", "\t").stream().noneMatch(event.getCharacter()::equals)) {
            actions.listeningTo(event.getCharacter()).filter(action -> listening.getAsBoolean()).ifPresent(action -> run(action, event));
        }
    }

    private void run(Action action, KeyEvent event) {
        action.whyNot().get().ifPresentOrElse(refused, action.run());
        event.consume();
    }

    private static void append(StringBuilder key, boolean down, String name) {
        if (down) {
            key.append(name).append('+');
        }
    }
}
