package sh.inference.console.sandbox.routes;

import java.time.Clock;
import java.util.Comparator;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.SandboxFleet;

/** Switches drills. Three of them happen once, at the moment they are switched on. */
public final class DrillSwitch {
    private final SandboxFleet fleet;
    private final Drills drills;
    private final Clock clock;

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
                if (on) {
                    fleet.engines().list().stream().filter(engine -> engine.is("running")).min(Comparator.comparing(EngineRecord::name))
                            .ifPresent(engine -> fleet.machine().lose(engine, clock.instant()));
                }
            }
            default -> drills.turn(drill, on);
        }
    }
}
