package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Money;
import sh.inference.console.model.WorkerStatus;

/**
 * The fleet in a few figures. A pure function of the fleet and the time.
 *
 * @param engines   how many engines in each status, the unknown ones under {@code UNKNOWN}; statuses with none are absent
 * @param workers   how many workers in each status, in the same way
 * @param hourly    what the instances that bill cost an hour, an estimate from their prices
 * @param unpriced  instances that bill without a price the console knows, so that {@code hourly} is too low
 * @param attention the engines to look at, worst first
 */
public record FleetSummary(Map<EngineStatus, Integer> engines, Map<WorkerStatus, Integer> workers, Money hourly, int unpriced, List<Attention> attention) {
    /** How long before its end an engine counts as ending. */
    public static final Duration ENDING_SOON = Duration.ofMinutes(60);
    private static final Comparator<Attention> WORST_FIRST = Comparator.comparing(Attention::reason).thenComparing(Attention::at)
            .thenComparing(attention -> attention.entry().engine().name()).thenComparing(attention -> attention.entry().engine().id());

    public FleetSummary {
        engines = Map.copyOf(engines);
        workers = Map.copyOf(workers);
        attention = List.copyOf(attention);
    }

    public static FleetSummary of(Fleet fleet, Instant now) {
        Map<EngineStatus, Integer> engines = new EnumMap<>(EngineStatus.class);
        Map<WorkerStatus, Integer> workers = new EnumMap<>(WorkerStatus.class);
        Money hourly = Money.ZERO;
        int unpriced = 0;
        for (EngineEntry entry : fleet.all()) {
            engines.merge(entry.engine().status().value(), 1, Integer::sum);
            entry.engine().workerList().forEach(worker -> workers.merge(worker.status().value(), 1, Integer::sum));
            Optional<Instance> billing = entry.engine().instance().filter(Instance::bills);
            if (billing.isPresent()) {
                hourly = hourly.plus(billing.get().hourlyPrice().orElse(Money.ZERO));
                unpriced += billing.get().hourlyPrice().isPresent() ? 0 : 1;
            }
        }
        List<Attention> attention = fleet.all().stream().flatMap(entry -> Attention.of(entry, now).stream()).sorted(WORST_FIRST).toList();
        return new FleetSummary(engines, workers, hourly, unpriced, attention);
    }

    public int count(EngineStatus status) {
        return engines.getOrDefault(status, 0);
    }

    public int count(WorkerStatus status) {
        return workers.getOrDefault(status, 0);
    }

    /** Engines in all. */
    public int total() {
        return engines.values().stream().mapToInt(Integer::intValue).sum();
    }
}
