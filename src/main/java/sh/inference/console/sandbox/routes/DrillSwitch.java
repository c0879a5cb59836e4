package sh.inference.console.sandbox.routes;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.SandboxFleet;

/** Switches drills. Two of them happen once, at the moment they are switched on; an engine that was taken offline is back when its drill ends. */
public final class DrillSwitch {
    private final SandboxFleet fleet;
    private final Drills drills;
    private final Clock clock;
    private Optional<EngineRecord> offline = Optional.empty();
    private int turn;

    public DrillSwitch(SandboxFleet fleet, Drills drills, Clock clock) {
        this.fleet = fleet;
        this.drills = drills;
        this.clock = clock;
    }

    /** Called under the fleet's lock. */
    public void turn(Drill drill, boolean on) {
        switch (drill) {
            case ENGINE_ADDED -> {
                if (on) {
                    fleet.register().appear(fleet.newestBinary());
                }
            }
            case ENGINE_DELETED -> {
                if (on) {
                    fleet.engines().list().stream().filter(engine -> engine.is("running")).min(Comparator.comparing(EngineRecord::hasTasks).thenComparing(EngineRecord::id))
                            .ifPresent(fleet.register()::delete);
                }
            }
            case ENGINE_OFFLINE -> {
                if (on && !drills.isOn(drill)) {
                    takeOffline();
                } else if (!on) {
                    bringBack();
                }
                drills.turn(drill, on);
            }
            default -> drills.turn(drill, on);
        }
    }

    private void takeOffline() {
        offline = fleet.engines().list().stream().filter(engine -> engine.is("running")).min(Comparator.comparing(EngineRecord::name));
        offline.ifPresent(engine -> {
            fleet.machine().lose(engine, clock.instant());
            turn = engine.turn();
        });
    }

    /** Unless something else became of it meanwhile, such as a stop. */
    private void bringBack() {
        offline.filter(engine -> engine.turn() == turn && engine.deletedAt() == null)
                .ifPresent(engine -> fleet.machine().up(engine, engine.version(), clock.instant()));
        offline = Optional.empty();
    }
}
