package sh.inference.console.ui.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.state.CurrentSighting;
import sh.inference.console.text.Messages;

/**
 * A line of the history of current versions, as this console saw it.
 *
 * @param step  from which version to which, or the one that was there first
 * @param words who did it and why, or in which interval it happened
 * @param back  the version that was current before, for the way back; empty where there is none
 */
public record HistoryLine(Kind kind, String when, String step, String words, String back) {
    private static final String ROLL_BACK = "ROLL_BACK";

    /** What the line tells of. */
    public enum Kind {
        PROMOTED, ROLLED_BACK, ELSEWHERE, FIRST
    }

    /** The latest first. */
    static List<HistoryLine> of(List<CurrentSighting> seen, Messages words) {
        List<HistoryLine> lines = new ArrayList<>();
        for (int i = seen.size() - 1; i >= 0; i--) {
            CurrentSighting one = seen.get(i);
            lines.add(i == 0 ? first(one, words) : moved(seen.get(i - 1), one, words));
        }
        return lines;
    }

    private static HistoryLine first(CurrentSighting one, Messages words) {
        return new HistoryLine(Kind.FIRST, words.formats().shortDateTime(one.from()), brief(one.versionId()), words.of("versions.history.first"), "");
    }

    private static HistoryLine moved(CurrentSighting before, CurrentSighting now, Messages words) {
        String step = words.of("versions.history.step", brief(before.versionId()), brief(now.versionId()));
        String when = words.formats().shortDateTime(now.from());
        Optional<CurrentSighting.Cause> cause = now.cause();
        if (cause.isEmpty()) {
            return new HistoryLine(Kind.ELSEWHERE, when, step, words.of("versions.history.elsewhere", at(before.to(), now.from(), words), words.formats().time(now.from())), before.versionId());
        }
        boolean back = cause.get().verb().equals(ROLL_BACK);
        String by = words.of(back ? "versions.history.rolled-back" : "versions.history.promoted", cause.get().actor());
        String told = cause.get().reason().isBlank() ? by : words.of("versions.history.reason", by, cause.get().reason());
        return new HistoryLine(back ? Kind.ROLLED_BACK : Kind.PROMOTED, when, step, told, before.versionId());
    }

    /** The day is said where it is another one. */
    private static String at(Instant from, Instant to, Messages words) {
        boolean near = from.plusSeconds(12 * 3600).isAfter(to);
        return near ? words.formats().time(from) : words.formats().shortDateTime(from);
    }

    private static String brief(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
