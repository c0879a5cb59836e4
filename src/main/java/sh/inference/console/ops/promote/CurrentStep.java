package sh.inference.console.ops.promote;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.ApiCall;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;

/**
 * From which version to which the current one was to be moved: what a promotion rests on, and what its undo needs.
 *
 * @param from the id of the version that was current; empty when the service did not say
 */
public record CurrentStep(String from, String to) {
    private static final Pattern PATH = Pattern.compile("/versions/([^/]+)/current$");

    /** A step that this console took. */
    public record Taken(String appId, String appName, CurrentStep step, Instant at, String reason) {
    }

    /** What a plan rests on, for a promotion or a roll back. */
    public static Optional<CurrentStep> of(OperationPlan plan) {
        return plan.basis().stream().filter(CurrentStep.class::isInstance).map(CurrentStep.class::cast).findFirst();
    }

    /** The step that an intent in the journal was about, if the version that was current then was written down. */
    public static Optional<CurrentStep> of(JournalEntry intent) {
        Optional<String> from = intent.plan().stream().filter(line -> line.key().equals("journal.before.app")).findFirst().map(line -> String.valueOf(line.args().getFirst()));
        Matcher path = PATH.matcher(intent.call().map(ApiCall::path).orElse(""));
        return from.isEmpty() || from.get().isEmpty() || !path.find() ? Optional.empty()
                : Optional.of(new CurrentStep(from.get(), URLDecoder.decode(path.group(1), StandardCharsets.UTF_8)));
    }

    /** The step behind a record, if the service took it: when that was seen, or when it was accepted. */
    public static Optional<Taken> taken(OperationRecord record) {
        boolean off = record.state() == OperationState.FAILED || record.state() == OperationState.SUPERSEDED;
        Optional<Instant> at = record.reached(OperationState.OBSERVED).or(() -> record.reached(OperationState.ACCEPTED)).map(OperationRecord.Step::at);
        return off || at.isEmpty() ? Optional.empty()
                : of(record.plan()).map(step -> new Taken(record.plan().target().id(), record.plan().target().name(), step, at.get(), record.reason()));
    }
}
