package sh.inference.console.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import sh.inference.console.model.Text;

/**
 * Something the console does when it is told to, whoever tells it: a button, a menu, a key or the palette.
 *
 * @param id     for settings and tests, as in {@code engine-drain}
 * @param keys   its shortcuts as delivered: {@code Shortcut+K}, {@code Alt+D}, {@code F1}, or one bare character
 * @param whyNot why it is not possible now; empty when it is
 * @param writes whether it leads to a change: such an action opens its dialog, and never listens to a bare key
 */
public record Action(String id, Group group, String icon, Text label, List<String> keys, boolean writes, Supplier<Optional<Text>> whyNot, Runnable run) {
    /** Where it stands in the sheet of keys. */
    public enum Group {
        PAGES, WINDOW, LIST, VERBS
    }

    public Action {
        keys = List.copyOf(keys);
    }

    /** An action that is always possible. */
    public static Action of(String id, Group group, String icon, List<String> keys, Runnable run) {
        return new Action(id, group, icon, Text.of("action." + id), keys, false, Optional::empty, run);
    }
}
