package sh.inference.console.ui.notices;

import sh.inference.console.state.Notice;

/**
 * A notice in words.
 *
 * @param level    in words, for those who do not see the icon's colour
 * @param when     when it was said, how often, and when its cause ended
 * @param isNew    whether it was not seen before
 * @param isOver   whether it does not hold any more
 * @param remedy   the words for what can be done about it; empty where nothing can
 */
public record NoticeLine(Notice.Level severity, String level, String text, String when, boolean isNew, boolean isOver, String remedy) {
    /** All of it as one sentence, for a screen reader and for the clipboard. */
    public String sentence() {
        return level + ": " + text + " (" + when + ")";
    }
}
