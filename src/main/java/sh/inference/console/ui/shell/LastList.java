package sh.inference.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import sh.inference.console.text.Messages;

/** When the list was last read as a whole, and how many engines it showed otherwise than the streams had left them. */
final class LastList {
    private Optional<Instant> at = Optional.empty();
    private long lists;
    private long repairs;
    private long differences;

    /**
     * Takes over the feed's counts.
     *
     * @param listed   walks through the whole list so far
     * @param repaired differences found so far
     */
    void follow(long listed, long repaired, Instant now) {
        if (listed > lists) {
            at = Optional.of(now);
            differences = repaired - repairs;
            repairs = repaired;
            lists = listed;
        }
    }

    /** As the end of a sentence; empty before the first list. The first one has nothing to differ from. */
    String said(Messages words, Instant now) {
        return at.map(then -> {
            Duration age = Duration.between(then, now);
            return lists == 1 ? words.of("shell.line.listed", age) : words.of("shell.line.relisted", age, differences);
        }).orElse("");
    }
}
