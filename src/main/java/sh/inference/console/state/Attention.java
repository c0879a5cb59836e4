package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An engine somebody should look at, and the worst reason why.
 *
 * @param at the end of its instance for {@link Reason#OVERDUE} and {@link Reason#ENDING}, else since when the console
 *           has seen it so
 */
public record Attention(Reason reason, EngineEntry entry, Instant at) {
    /** How long before its end an engine counts as ending. */
    public static final Duration ENDING_SOON = Duration.ofMinutes(60);

    /** The reasons, worst first. */
    public enum Reason {
        /** Its end has passed, and it still bills. */
        OVERDUE,
        DISCONNECTED,
        /** It ends within {@link Attention#ENDING_SOON}. */
        ENDING,
        /** Its status is a word the console does not know. */
        UNKNOWN_STATUS
    }

    /** The worst reason an engine gives, if any. */
    public static Optional<Attention> of(EngineEntry entry, Instant now) {
        Optional<Instant> end = entry.engine().instance().filter(instance -> instance.bills()).flatMap(instance -> instance.endsAt());
        if (end.isPresent() && !end.get().isAfter(now)) {
            return Optional.of(new Attention(Reason.OVERDUE, entry, end.get()));
        }
        return switch (entry.engine().status().value()) {
            case DISCONNECTED -> Optional.of(new Attention(Reason.DISCONNECTED, entry, entry.statusAt()));
            case UNKNOWN -> Optional.of(ending(entry, end, now).orElseGet(() -> new Attention(Reason.UNKNOWN_STATUS, entry, entry.statusAt())));
            default -> ending(entry, end, now);
        };
    }

    private static Optional<Attention> ending(EngineEntry entry, Optional<Instant> end, Instant now) {
        return end.filter(at -> !at.isAfter(now.plus(ENDING_SOON))).map(at -> new Attention(Reason.ENDING, entry, at));
    }
}
