package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gives a new engine its workers: one for each GPU, two on a machine without. */
final class WorkerFactory {
    private static final int ON_CPU = 2;
    private final Ids ids;

    WorkerFactory(Ids ids) {
        this.ids = ids;
    }

    List<WorkerRecord> workersOf(EngineRecord engine, Instant now) {
        int count = engine.host().gpus() == 0 ? ON_CPU : engine.host().gpus();
        List<WorkerRecord> workers = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            workers.add(new WorkerRecord(ids.next(), index, now));
        }
        return workers;
    }
}
