package sh.inference.console.ops.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.Text;
import sh.inference.console.ops.JournalSteps;
import sh.inference.console.ops.Target;
import sh.inference.console.profile.ConnectionProfile;

/**
 * What the journal is told of verbs on several engines: who takes part, before the first request leaves; then what the lines
 * of the operations do not say, namely turns at which nothing was sent, pauses, and the end. Confined to the FX thread.
 */
final class RunJournal {
    /** Keys of the lines of a run's first entry. */
    static final String RULE = "journal.run.rule";
    static final String MEMBER = "journal.run.member";
    static final String SKIPPED = "journal.run.skipped";
    /** State of a run whose waiting engines were given up. */
    static final String GIVEN_UP = "GIVEN_UP";
    private final Journal journal;
    private final JournalSteps steps;
    private final ConnectionProfile profile;

    RunJournal(Journal journal, JournalSteps steps, ConnectionProfile profile) {
        this.journal = journal;
        this.steps = steps;
        this.profile = profile;
    }

    /** The first entry of a run: all that another console needs to say what was left. */
    JournalEntry beginning(String id, BulkPlan plan, BulkRule rule, String reason, Instant at) {
        List<Text> lines = new ArrayList<>(List.of(plan.title(), plan.consequence(), Text.of(RULE, rule.atOnce(), rule.stopAtFirst() ? 1 : 0)));
        plan.members().forEach(member -> lines.add(Text.of(MEMBER, member.target().name(), member.target().id())));
        plan.skipped().forEach(left -> lines.add(Text.of(SKIPPED, left.target().name(), left.target().id(), left.why())));
        return entry(id, plan, reason, at, new Target(Target.Kind.ENGINE, "", ""), BulkRun.State.RUNNING.name(), plan.title(), lines);
    }

    /** Writes that a run as a whole came to a state. */
    void step(BulkRun run, String state, Text note, Instant at) {
        steps.write(entry(run.id(), run.plan(), run.reason(), at, new Target(Target.Kind.ENGINE, "", ""), state, note, List.of()));
    }

    /** Writes what came of a turn at which nothing was sent. */
    void turn(BulkRun run, BulkItem item, Instant at) {
        steps.write(entry(run.id(), run.plan(), run.reason(), at, item.target(), item.state().name(), item.note(), List.of()));
    }

    private JournalEntry entry(String id, BulkPlan plan, String reason, Instant at, Target target, String state, Text note, List<Text> lines) {
        return new JournalEntry(JournalEntry.Kind.RUN, at, journal.actor(), profile.name(), profile.host(), id, plan.verb().name(), target.id(), target.name(), reason, state,
                Optional.empty(), 0, Optional.of(note), lines);
    }
}
