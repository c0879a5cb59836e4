package sh.inference.console.ops;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;

/** Writes steps to the journal, off the FX thread and one after the other. Confined to the FX thread. */
public final class JournalSteps {
    private static final Logger LOG = Logger.getLogger(JournalSteps.class.getName());
    private final Journal journal;
    private final TaskRunner tasks;
    private final Queue<JournalEntry> waiting = new ArrayDeque<>();
    private boolean writing;

    public JournalSteps(Journal journal, TaskRunner tasks) {
        this.journal = journal;
        this.tasks = tasks;
    }

    /** Queues a line. One that cannot be written is logged, and the journal then says that it is in trouble. */
    public void write(JournalEntry entry) {
        waiting.add(entry);
        next();
    }

    private void next() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        JournalEntry entry = waiting.remove();
        tasks.run(() -> {
            journal.append(entry);
            return entry;
        }, written -> {
            writing = false;
            next();
        }, failed -> {
            LOG.log(Level.WARNING, "A step could not be written to the journal: {0}", failed instanceof IOException ? failed.getMessage() : failed);
            writing = false;
            next();
        });
    }

    static JournalEntry intent(OperationRecord record, Instant at, Situation before) {
        return entry(record, JournalEntry.Kind.INTENT, at, OperationState.SENT, Optional.of(record.plan().call()), 0, Optional.of(record.plan().consequence()),
                shown(record.plan(), before));
    }

    static JournalEntry armed(OperationRecord record, Situation before) {
        return entry(record, JournalEntry.Kind.ARMED, record.last().at(), record.state(), Optional.of(record.plan().call()), 0, Optional.of(record.last().text()),
                shown(record.plan(), before));
    }

    static JournalEntry accepted(OperationRecord record, int status) {
        return entry(record, JournalEntry.Kind.ACCEPTED, record.last().at(), record.state(), Optional.empty(), status, Optional.of(record.last().text()), List.of());
    }

    static JournalEntry observed(OperationRecord record) {
        return entry(record, JournalEntry.Kind.OBSERVED, record.last().at(), record.state(), Optional.empty(), 0, Optional.of(record.last().text()), List.of());
    }

    static JournalEntry outcome(OperationRecord record) {
        return entry(record, JournalEntry.Kind.OUTCOME, record.last().at(), record.state(), Optional.empty(), 0, Optional.of(record.last().text()), List.of());
    }

    /** The plan as it was shown: what it says, what it lists and what was checked; and the facts that its end is told by. */
    private static List<Text> shown(OperationPlan plan, Situation before) {
        List<Text> lines = new ArrayList<>(List.of(plan.title(), plan.consequence()));
        for (PlanSection section : plan.sections()) {
            lines.add(section.heading());
            section.rows().forEach(row -> lines.add(Text.joined(row.cells())));
        }
        plan.preconditions().forEach(check -> lines.add(check.text()));
        Beginning.write(plan.target(), before).ifPresent(lines::add);
        return lines;
    }

    private static JournalEntry entry(OperationRecord record, JournalEntry.Kind kind, Instant at, OperationState state, Optional<ApiCall> call, int status,
                                      Optional<Text> note, List<Text> plan) {
        Target target = record.plan().target();
        return new JournalEntry(kind, at, record.asked().actor(), record.asked().profile().name(), record.asked().profile().host(), record.id(),
                record.plan().verb().name(), target.id(), target.name(), record.reason(), state.name(), call, status, note, plan);
    }
}
