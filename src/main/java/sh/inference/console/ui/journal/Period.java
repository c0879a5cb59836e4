package sh.inference.console.ui.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import sh.inference.console.text.Formats;

/** How far back the journal is looked through. */
public enum Period {
    ANY, HOUR, TODAY, WEEK, MONTH,
    /** From one day to another, which the operator types. */
    DAYS;

    /** Where it begins; empty where that is not limited or is typed. */
    Optional<Instant> start(Instant now, Formats formats) {
        return switch (this) {
            case ANY, DAYS -> Optional.empty();
            case HOUR -> Optional.of(now.minus(Duration.ofHours(1)));
            case TODAY -> Optional.of(formats.start(formats.day(now)));
            case WEEK -> Optional.of(now.minus(Duration.ofDays(7)));
            case MONTH -> Optional.of(now.minus(Duration.ofDays(30)));
        };
    }
}
