package sh.inference.console;

import java.util.function.Predicate;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;

/** How an operator reaches things: with the pointer, or with keys alone. */
enum Hand {
    MOUSE {
        @Override
        boolean reaches(OpenConsole console, String id) {
            // The pointer gets everywhere; whether it does something there is seen when it presses.
            return true;
        }

        @Override
        void press(OpenConsole console, String id) {
            awaitUse(console, id);
            // What shows live news may have moved while the pointer was on its way; it stands still below the pointer.
            robot().moveTo(console.node(id)).moveTo(console.node(id)).clickOn();
            Fx.settle();
        }

        @Override
        void choose(OpenConsole console, String table, Predicate<Object> wanted) {
            int index = awaitRow(console, table, wanted);
            robot().clickOn(console.row(table, index));
            Fx.settle();
        }

        @Override
        void type(OpenConsole console, String id, String text) {
            press(console, id);
            replace(console, id, text);
        }
    },
    KEYBOARD {
        @Override
        boolean reaches(OpenConsole console, String id) {
            return walk(console, id, new StringBuilder());
        }

        @Override
        void press(OpenConsole console, String id) {
            awaitUse(console, id);
            tabTo(console, id);
            Keys.push(KeyCode.SPACE);
        }

        @Override
        void choose(OpenConsole console, String table, Predicate<Object> wanted) {
            int index = awaitRow(console, table, wanted);
            tabTo(console, table);
            Keys.push(KeyCode.HOME);
            for (int n = 0; n < index; n++) {
                Keys.push(KeyCode.DOWN);
            }
            Keys.push(KeyCode.ENTER);
        }

        @Override
        void type(OpenConsole console, String id, String text) {
            tabTo(console, id);
            replace(console, id, text);
        }

        /** Goes on with Tab until the focus is there, as somebody without a pointer must. */
        private void tabTo(OpenConsole console, String id) {
            StringBuilder way = new StringBuilder();
            if (!walk(console, id, way)) {
                throw new AssertionError(id + " cannot be reached with Tab; the way was" + way);
            }
        }

        private boolean walk(OpenConsole console, String id, StringBuilder way) {
            for (int n = 0; n < MOST_TABS && !Fx.call(() -> console.node(id).isFocused()); n++) {
                Keys.push(KeyCode.TAB);
                way.append(' ').append(Fx.call(() -> name(console.scene().getFocusOwner())));
            }
            return Fx.call(() -> console.node(id).isFocused());
        }

        private String name(Node focused) {
            return focused == null ? "nothing" : focused.getId() == null ? focused.getClass().getSimpleName() : focused.getId();
        }
    };

    private static final int MOST_TABS = 80;

    /** Goes to a button, unless it is switched off. */
    abstract boolean reaches(OpenConsole console, String id);

    /** Presses a button. */
    abstract void press(OpenConsole console, String id);

    /** Chooses the first row that fits and opens what belongs to it. */
    abstract void choose(OpenConsole console, String table, Predicate<Object> wanted);

    /** Puts a text into a field in place of what is there. */
    abstract void type(OpenConsole console, String id, String text);

    private static FxRobot robot() {
        return new FxRobot();
    }

    private static void awaitUse(OpenConsole console, String id) {
        Fx.await(id + " to be usable", 10, () -> console.isShown(id) && !console.node(id).isDisabled());
    }

    private static int awaitRow(OpenConsole console, String table, Predicate<Object> wanted) {
        Fx.await("the row in " + table, 20, () -> console.indexOf(table, wanted) >= 0);
        return Fx.call(() -> console.indexOf(table, wanted));
    }

    private static void replace(OpenConsole console, String id, String text) {
        Fx.run(() -> ((TextInputControl) console.node(id)).selectAll());
        Keys.write(text);
    }
}
