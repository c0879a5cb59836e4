package sh.inference.console.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;

/** The sheet of keys: every action that has one, and what keys do in lists and dialogs. */
public final class KeysViewModel {
    private static final List<String> EVERYWHERE = List.of("move", "ends", "range", "all", "open", "back", "copy", "copy-curl", "menu", "next");
    private final Actions actions;
    private final Messages words;

    /**
     * A line of the sheet.
     *
     * @param keys each as {@code Shortcut+K}; to be shown with the platform's own names
     */
    public record Line(String what, List<String> keys) {
    }

    /** Lines with a heading. */
    public record Part(String title, List<Line> lines) {
    }

    public KeysViewModel(Actions actions, Messages words) {
        this.actions = actions;
        this.words = words;
    }

    /** What is true now; keys that were switched off are not there. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Action.Group group : Action.Group.values()) {
            List<Line> lines = new ArrayList<>();
            actions.all().stream().filter(action -> action.group() == group && !actions.keys(action).isEmpty())
                    .forEach(action -> lines.add(new Line(words.of(action.label()), actions.keys(action))));
            if (group == Action.Group.LIST) {
                EVERYWHERE.forEach(key -> lines.add(new Line(words.of("keys.list." + key), List.of(words.of("keys.list." + key + ".keys").split(" \\| ")))));
            }
            parts.add(new Part(words.of("keys.group." + group.name().toLowerCase(Locale.ROOT)), lines));
        }
        return parts;
    }

    public Messages words() {
        return words;
    }
}
