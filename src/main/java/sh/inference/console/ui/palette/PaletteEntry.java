package sh.inference.console.ui.palette;

import java.util.List;

/**
 * A line of the palette.
 *
 * @param words   what is matched and shown in the first column
 * @param remark  what is said beside it: the state of an engine, or why an action is not possible
 * @param keys    the shortcut, as shown; empty when there is none
 * @param id      what Ctrl+C copies; empty where nothing has an id
 * @param enabled whether choosing it does anything
 */
public record PaletteEntry(Section section, String icon, String words, String remark, String keys, String id, boolean enabled, Runnable run) {
    /** The groups, in the order they stand in. */
    public enum Section {
        ACTIONS, ENGINES, APPS, PROFILES, DRILLS
    }

    /** Which letters of {@link #words} a query found, as pairs of start and end. */
    public List<int[]> matches(PaletteQuery query) {
        return query.matches(words);
    }

}
