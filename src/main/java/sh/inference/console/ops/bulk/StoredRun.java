package sh.inference.console.ops.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Recollection;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Target;
import sh.inference.console.ops.Verb;
import sh.inference.console.profile.ConnectionProfile;

/**
 * A verb on several engines whose end nobody has written down, as the journal tells of it. Pure.
 *
 * @param members    who takes part, in the order of their turns
 * @param turns      turns at which nothing was sent, by engine
 * @param operations all that was written of the operations of the others, by engine
 * @param givenUp    whether those whose turn had not come were given up
 */
record StoredRun(String id, Verb verb, BulkRule rule, String reason, Instant startedAt, List<Target> members, List<BulkPlan.Skipped> skipped,
                 Map<String, BulkItem> turns, Map<String, List<JournalEntry>> operations, boolean givenUp) {

    /** The id of a run's next operation: so the lines of that operation say which run they belong to. */
    static String operationId(String run, int attempt) {
        return run + "/" + attempt;
    }

    /** Those that have not ended, in the order they were begun. */
    static List<StoredRun> unfinished(JournalReading reading, Predicate<JournalEntry> concerned) {
        Map<String, List<JournalEntry>> runs = new LinkedHashMap<>();
        reading.entries().stream().filter(entry -> entry.kind() == JournalEntry.Kind.RUN && concerned.test(entry))
                .forEach(entry -> runs.computeIfAbsent(entry.operation(), id -> new ArrayList<>()).add(entry));
        runs.values().removeIf(lines -> lines.getFirst().plan().isEmpty() || lines.stream().anyMatch(line -> line.state().equals(BulkRun.State.ENDED.name())));
        if (runs.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, List<JournalEntry>>> sent = new HashMap<>();
        reading.told().forEach((operation, lines) -> {
            int slash = operation.lastIndexOf('/');
            if (slash > 0) {
                sent.computeIfAbsent(operation.substring(0, slash), run -> new HashMap<>()).put(lines.getFirst().target(), lines);
            }
        });
        return runs.entrySet().stream().filter(run -> isKnown(run.getValue().getFirst()))
                .map(run -> of(run.getKey(), run.getValue(), sent.getOrDefault(run.getKey(), Map.of()))).toList();
    }

    /** The plan it was begun with, as far as it matters afterwards; nothing is sent by it again. */
    BulkPlan plan(Situation now) {
        Bulk bulk = new Bulk(verb, members.stream().map(Target::id).toList());
        List<BulkPlan.Member> all = members.stream().map(member -> new BulkPlan.Member(bulk.on(member.id()), bulk.on(member.id()).plan(now), 0)).toList();
        return new BulkPlan(verb, all, skipped, 0, new PlanSection(Text.of("plan.nothing"), Text.of("plan.nothing"), List.of()), Set.of(), now.strict(), startedAt);
    }

    /**
     * How an engine that takes part stands.
     *
     * @param log the operations that were taken up
     */
    BulkItem item(Target member, List<OperationRecord> log, ConnectionProfile profile, Situation now) {
        List<JournalEntry> lines = operations.getOrDefault(member.id(), List.of());
        if (!lines.isEmpty()) {
            OperationRecord told = Recollection.of(new Bulk(verb, List.of(member.id())).on(member.id()), lines, profile, now);
            Optional<OperationRecord> followed = log.stream().filter(record -> record.id().equals(told.id())).findFirst();
            BulkItem item = BulkItem.of(member, BulkItem.State.UNDERWAY, Text.of("bulk.sending")).with(followed.orElse(told));
            // What could not be taken up again has nobody left who waits for its end.
            return item.state().isEnded() || followed.isPresent() ? item : item.to(BulkItem.State.FAILED, Text.of("bulk.unseen"));
        }
        return Optional.ofNullable(turns.get(member.id())).orElseGet(() -> givenUp ? BulkItem.of(member, BulkItem.State.CANCELLED, Text.of("bulk.cancelled"))
                : BulkItem.of(member, BulkItem.State.WAITING, Text.of("bulk.waiting")));
    }

    private static boolean isKnown(JournalEntry first) {
        return Bulk.VERBS.stream().anyMatch(verb -> verb.name().equals(first.verb()));
    }

    private static StoredRun of(String id, List<JournalEntry> lines, Map<String, List<JournalEntry>> operations) {
        JournalEntry first = lines.getFirst();
        BulkRule rule = BulkRule.CAREFUL;
        List<Target> members = new ArrayList<>();
        List<BulkPlan.Skipped> skipped = new ArrayList<>();
        for (Text line : first.plan()) {
            switch (line.key()) {
                case RunJournal.RULE -> rule = new BulkRule(Math.clamp(number(line, 0), 1, BulkRule.MOST_AT_ONCE), number(line, 1) == 1);
                case RunJournal.MEMBER -> members.add(target(line));
                case RunJournal.SKIPPED -> skipped.add(new BulkPlan.Skipped(target(line), line.args().get(2) instanceof Text why ? why : Text.verbatim("")));
                default -> {
                }
            }
        }
        Map<String, BulkItem> turns = new HashMap<>();
        lines.stream().filter(line -> !line.target().isEmpty()).forEach(line -> Arrays.stream(BulkItem.State.values()).filter(state -> state.name().equals(line.state()))
                .forEach(state -> turns.put(line.target(), BulkItem.of(new Target(Target.Kind.ENGINE, line.target(), line.name()), state, line.note().orElse(Text.of("bulk.changed"))))));
        return new StoredRun(id, Verb.valueOf(first.verb()), rule, first.reason(), first.at(), members, skipped, turns, operations,
                lines.stream().anyMatch(line -> line.state().equals(RunJournal.GIVEN_UP)));
    }

    private static Target target(Text line) {
        return new Target(Target.Kind.ENGINE, String.valueOf(line.args().get(1)), String.valueOf(line.args().get(0)));
    }

    private static int number(Text line, int n) {
        return line.args().get(n) instanceof Number number ? number.intValue() : 1;
    }
}
