package sh.inference.console.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.Stuck;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Status;

/**
 * What the list says of an operation.
 *
 * @param last    its state and the last thing that was said of it
 * @param elapsed since it was asked for, until its end
 */
public record OperationLine(Outcome outcome, Status status, String title, String last, String elapsed, String startedAt) {
    static OperationLine of(OperationRecord record, Optional<Stuck> stuck, Messages words, Instant now) {
        Outcome outcome = stuck.isPresent() ? Outcome.TIMED_OUT : Outcome.of(record);
        Status status = stuck.isPresent() ? Outcome.stuck() : outcome.status(record.state());
        return new OperationLine(outcome, status, words.of(record.plan().title()), words.of("operations.last", status.word(), stuck.map(Stuck::title).orElse(record.last().text())),
                words.formats().stopwatch(elapsed(record, now)), words.formats().time(record.startedAt()));
    }

    static Duration elapsed(OperationRecord record, Instant now) {
        Instant until = record.state().isEnded() ? record.last().at() : now;
        return until.isBefore(record.startedAt()) ? Duration.ZERO : Duration.between(record.startedAt(), until);
    }

    /** The whole row, for a screen reader. */
    String sentence(Messages words) {
        return words.of("operations.row", title, last, elapsed, startedAt);
    }
}
