package sh.inference.console.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord.Source;
import sh.inference.console.profile.ConnectionProfile;

/** Operations of earlier sessions, as the journal tells of them. Pure. */
public final class Recollection {
    private Recollection() {
    }

    /**
     * The record of one that was sent.
     *
     * @param lines  all that was written of it, from the intent on
     * @param before what the plan is made of: the situation when it was sent, as far as that is known
     */
    public static OperationRecord of(Operation operation, List<JournalEntry> lines, ConnectionProfile profile, Situation before) {
        JournalEntry intent = lines.getFirst();
        OperationRecord record = begun(operation, intent, profile, before).to(OperationState.SENT, intent.at(), Text.of("step.sent"), Source.JOURNAL);
        for (JournalEntry line : lines.subList(1, lines.size())) {
            Optional<OperationState> state = state(line);
            if (state.isPresent() && (state.get() == record.state() || record.state().next().contains(state.get()))) {
                record = record.to(state.get(), line.at(), line.note().orElse(Text.of("step.taken-up")), Source.JOURNAL);
            }
        }
        return record;
    }

    /** The record of one that waited for its moment. */
    static OperationRecord ofWait(Operation operation, JournalEntry wait, ConnectionProfile profile, Situation now) {
        return begun(operation, wait, profile, now).to(OperationState.ARMED, wait.at(), wait.note().orElse(Text.of("step.taken-up")), Source.JOURNAL);
    }

    private static OperationRecord begun(Operation operation, JournalEntry first, ConnectionProfile profile, Situation before) {
        return OperationRecord.planned(first.operation(), operation.plan(before), first.reason(), new OperationRecord.Asked(first.actor(), profile, 0, 0), first.at())
                .to(OperationState.CONFIRMED, first.at(), Text.of("step.taken-up.asked"), Source.JOURNAL);
    }

    private static Optional<OperationState> state(JournalEntry line) {
        return Arrays.stream(OperationState.values()).filter(state -> state.name().equals(line.state())).findFirst();
    }
}
