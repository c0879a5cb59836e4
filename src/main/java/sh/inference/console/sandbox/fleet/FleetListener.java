package sh.inference.console.sandbox.fleet;

import java.util.List;

/** Hears of every change of an engine, under the fleet's lock: it must be quick and must not wait. */
public interface FleetListener {
    /** @param fields members of the engine that changed, by their names on the wire */
    void engineChanged(EngineRecord engine, List<String> fields);

    /** The whole engine is told: it is new, or reports everything. */
    void engineWhole(EngineRecord engine);

    /** A task reached its next state. */
    default void taskMoved(TaskRecord task) {
    }
}
