package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Text;

/**
 * Warns of cloud engines that are about to delete themselves, 60, 15 and 5 minutes before, and of those that should be gone
 * and still bill. Says nothing from old data. Confined to the FX thread.
 */
public final class DeadlineGuard {
    private static final List<Duration> MARKS = List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
    private static final List<Notice.Level> LEVELS = List.of(Notice.Level.ERROR, Notice.Level.WARNING, Notice.Level.INFO);
    /** How causes begin; the engine's id follows. */
    public static final String CAUSE = "deadline:";
    private final FleetStore fleet;
    private final Notices notices;
    private Set<String> raised = new HashSet<>();

    public DeadlineGuard(FleetStore fleet, Notices notices) {
        this.fleet = fleet;
        this.notices = notices;
    }

    /** Looks at every deadline; to be called about once a second. */
    public void tick(Instant now) {
        if (!fleet.connection().freshness().isLive()) {
            return;
        }
        Set<String> still = new HashSet<>();
        for (Attention attention : fleet.attention(now)) {
            Engine engine = attention.entry().engine();
            engine.instance().filter(Instance::bills).flatMap(Instance::endsAt).flatMap(end -> say(engine, end, now)).ifPresent(still::add);
        }
        raised.stream().filter(cause -> !still.contains(cause)).forEach(notices::end);
        raised = still;
    }

    private Optional<String> say(Engine engine, Instant end, Instant now) {
        String cause = CAUSE + engine.id();
        Duration left = Duration.between(now, end);
        if (!left.isPositive()) {
            notices.raise(cause, Notice.Level.ERROR, Text.of("deadline.over", engine.name(), Duration.ofMinutes(left.abs().toMinutes())));
            return Optional.of(cause);
        }
        for (int i = 0; i < MARKS.size(); i++) {
            if (left.compareTo(MARKS.get(i)) <= 0) {
                notices.raise(cause, LEVELS.get(i), Text.of("deadline.soon", engine.name(), MARKS.get(i), end));
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
