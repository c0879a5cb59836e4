package sh.inference.console.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.state.Connection;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;

/**
 * The verdict that an operation gets nowhere, with its evidence. Nothing is said while the line is not live: an old picture
 * shows no progress because it is old. Pure.
 *
 * @param since   when the last progress was seen
 * @param waited  since then
 * @param begun   whether the engine has shown anything of it at all
 * @param holders the tasks that keep it, oldest first
 * @param engine  the engine as it was last heard of
 */
public record Stuck(Instant since, Duration waited, boolean begun, List<Holder> holders, EngineEntry engine) {
    /** Without progress for this long it counts as stuck, unless a setting says otherwise. */
    public static final Duration STANDARD = Duration.ofMinutes(10);
    private static final Set<Verb> TAKES_TIME = EnumSet.of(Verb.DRAIN, Verb.UPDATE, Verb.STOP, Verb.RESTART);

    /** A task that keeps an engine, and since when this console has seen it. */
    public record Holder(int worker, String taskId, String appId, Optional<Instant> since) {
    }

    public static Optional<Stuck> of(OperationRecord record, Fleet fleet, Connection connection, Duration patience, Instant now) {
        Optional<EngineEntry> entry = fleet.find(record.plan().target().id());
        boolean waits = record.state().isUnderway() || record.state() == OperationState.TIMED_OUT;
        if (!waits || !TAKES_TIME.contains(record.plan().verb()) || entry.isEmpty() || !connection.vouchesFor(entry.get())) {
            return Optional.empty();
        }
        Instant since = record.progressAt();
        Instant counted = record.lookAgainFrom().filter(from -> from.isAfter(since)).orElse(since);
        Duration waited = PlanDraft.since(since, now);
        return PlanDraft.since(counted, now).compareTo(patience) < 0 ? Optional.empty()
                : Optional.of(new Stuck(since, waited, record.reached(OperationState.OBSERVED).isPresent(), holders(entry.get()), entry.get()));
    }

    /** The verdict in a sentence. */
    public Text title() {
        if (!begun) {
            return Text.of("stuck.ignored", waited);
        }
        return Text.of("stuck.title", waited, holders.size());
    }

    private static List<Holder> holders(EngineEntry entry) {
        Engine engine = entry.engine();
        return engine.workersWithTasks().stream().map(worker -> {
            String task = worker.taskId().orElseThrow();
            return new Holder(worker.index(), task, worker.appId(), Optional.ofNullable(entry.tasksSince().get(task)));
        }).sorted(Comparator.comparing(holder -> holder.since().orElse(Instant.MAX))).toList();
    }
}
