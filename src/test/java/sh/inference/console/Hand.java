package sh.inference.console;

import java.util.function.Predicate;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;

/** How an operator reaches things: with the pointer, or with keys alone. */
enum Hand {
    MOUSE {
        @Override
        boolean presses(OpenConsole console, String id) {
            if (Fx.call(() -> !isUsable(console, id))) {
                return false;
            }
            // What shows live news may have moved while the pointer was on its way; it stands still below the pointer.
            robot().moveTo(console.node(id)).moveTo(console.node(id)).clickOn();
            Fx.settle();
            return true;
        }

        @Override
        void choose(OpenConsole console, String table, Predicate<Object> wanted) {
            int index = awaitRow(console, table, wanted);
            robot().clickOn(console.row(table, index));
            Fx.settle();
        }

        @Override
        boolean focuses(OpenConsole console, String id) {
            return presses(console, id);
        }
    },
    KEYBOARD {
        @Override
        boolean presses(OpenConsole console, String id) {
            boolean there = focuses(console, id);
            if (there) {
                Keys.push(KeyCode.SPACE);
            }
            return there;
        }

        @Override
        void choose(OpenConsole console, String table, Predicate<Object> wanted) {
            int index = awaitRow(console, table, wanted);
            if (!focuses(console, table)) {
                throw failed(console, table);
            }
            Keys.push(KeyCode.HOME);
            for (int n = 0; n < index; n++) {
                Keys.push(KeyCode.DOWN);
            }
            Keys.push(KeyCode.ENTER);
        }

        /** Goes on with Tab until the focus is there, as somebody without a pointer must. */
        @Override
        boolean focuses(OpenConsole console, String id) {
            for (int n = 0; n < MOST_TABS && Fx.call(() -> isUsable(console, id) && !console.node(id).isFocused()); n++) {
                Keys.push(KeyCode.TAB);
            }
            return Fx.call(() -> console.node(id).isFocused());
        }
    };

    private static final int MOST_TABS = 80;

    /** Presses a button, unless it is switched off by then or cannot be reached. */
    abstract boolean presses(OpenConsole console, String id);

    /** Puts the focus there, unless it is gone by then or cannot be reached. */
    abstract boolean focuses(OpenConsole console, String id);

    /** Chooses the first row that fits and opens what belongs to it. */
    abstract void choose(OpenConsole console, String table, Predicate<Object> wanted);

    /** Puts a text into a field in place of what is there, unless the field is gone by then or cannot be reached. */
    boolean types(OpenConsole console, String id, String text) {
        boolean there = focuses(console, id);
        if (there) {
            Fx.run(() -> ((TextInputControl) console.node(id)).selectAll());
            Keys.write(text);
        }
        return there;
    }

    /** Presses a button once it can be pressed. */
    void press(OpenConsole console, String id) {
        awaitUse(console, id);
        if (!presses(console, id)) {
            throw failed(console, id);
        }
    }

    /** Puts a text into a field in place of what is there. */
    void type(OpenConsole console, String id, String text) {
        awaitUse(console, id);
        if (!types(console, id, text)) {
            throw failed(console, id);
        }
    }

    private static FxRobot robot() {
        return new FxRobot();
    }

    private static void awaitUse(OpenConsole console, String id) {
        Fx.await(id + " to be usable", 10, () -> isUsable(console, id));
    }

    private static boolean isUsable(OpenConsole console, String id) {
        return console.isShown(id) && !console.node(id).isDisabled();
    }

    private static int awaitRow(OpenConsole console, String table, Predicate<Object> wanted) {
        Fx.await("the row in " + table, 20, () -> console.indexOf(table, wanted) >= 0);
        return Fx.call(() -> console.indexOf(table, wanted));
    }

    private static AssertionError failed(OpenConsole console, String id) {
        return new AssertionError(id + " is out of reach; the focus is on " + Fx.call(() -> console.scene().getFocusOwner()));
    }
}
