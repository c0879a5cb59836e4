package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What happens without us, in a calm dose: a host loses its connection and returns, somebody stages a deploy, another
 * operator promotes one. The same seed brings the same at the same times.
 */
final class Life {
    private static final int MOST_VERSIONS = 40;
    private final Timeline timeline;
    private final Pace pace;
    private final Engines engines;
    private final EngineMachine machine;
    private final Apps apps;
    private final RandomGenerator random;
    private final Ids ids;

    Life(Timeline timeline, Pace pace, Engines engines, EngineMachine machine, Apps apps, RandomGenerator random) {
        this.timeline = timeline;
        this.pace = pace;
        this.engines = engines;
        this.machine = machine;
        this.apps = apps;
        this.random = random;
        this.ids = new Ids(random);
    }

    void start() {
        again(150, 420, this::drop);
        again(240, 600, this::deploy);
        again(600, 1200, this::promote);
    }

    private void again(double from, double to, Consumer<Instant> incident) {
        timeline.in(pace.between(from, to), now -> {
            incident.accept(now);
            again(from, to, incident);
        });
    }

    private void drop(Instant now) {
        List<EngineRecord> running = engines.list().stream().filter(engine -> engine.is("running")).toList();
        if (running.isEmpty()) {
            return;
        }
        EngineRecord engine = running.get(random.nextInt(running.size()));
        machine.lose(engine, now);
        int turn = engine.turn();
        timeline.in(pace.between(20, 70), at -> {
            if (engine.turn() == turn) {
                machine.up(engine, engine.version(), at);
            }
        });
    }

    private void deploy(Instant now) {
        List<AppRecord> alive = apps.list().stream().filter(app -> app.status().equals("active") && app.versions().size() < MOST_VERSIONS).toList();
        if (!alive.isEmpty()) {
            AppRecord app = alive.get(random.nextInt(alive.size()));
            app.deploy(app.versions().getLast().next(ids.next(), now));
        }
    }

    private void promote(Instant now) {
        List<AppRecord> staged = apps.list().stream().filter(app -> app.status().equals("active")
                && app.versions().getLast().createdAt().isAfter(app.current().createdAt())).toList();
        if (!staged.isEmpty()) {
            AppRecord app = staged.get(random.nextInt(staged.size()));
            app.promote(app.versions().getLast(), now);
        }
    }
}
