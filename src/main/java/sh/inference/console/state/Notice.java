package sh.inference.console.state;

import java.time.Instant;
import java.util.Optional;

import sh.inference.console.model.Text;

/**
 * Something the operator should know that belongs to no row and no operation.
 *
 * @param cause   what it is about, for machines: there is at most one living notice a cause
 * @param at      when it was said, by this computer's clock; of a repeated one, the last time
 * @param times   how often it was said
 * @param lasting whether it lives as long as its cause does
 * @param endedAt when its cause ended
 * @param read    whether the operator has seen it
 */
public record Notice(String cause, Level level, Text text, Instant at, int times, boolean lasting, Optional<Instant> endedAt, boolean read) {
    /** How much it matters, least first. */
    public enum Level {
        INFO, WARNING, ERROR
    }

    /** Whether its cause still holds. */
    public boolean isLiving() {
        return lasting && endedAt.isEmpty();
    }

    Notice seen() {
        return new Notice(cause, level, text, at, times, lasting, endedAt, true);
    }

    Notice ended(Instant when) {
        return new Notice(cause, level, text, at, times, lasting, Optional.of(when), read);
    }
}
