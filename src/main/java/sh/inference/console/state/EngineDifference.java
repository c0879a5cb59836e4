package sh.inference.console.state;

import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Worker;

/** Tells a change of an engine from the mere passing of time. */
final class EngineDifference {
    private EngineDifference() {
    }

    /** Whether two pictures of an engine differ in more than what passes by itself: what its instance has cost so far, and when its workers last reported. */
    static boolean matters(Optional<Engine> before, Optional<Engine> after) {
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return !before.equals(after);
        }
        return !lasting(before.get()).equals(lasting(after.get()));
    }

    private static Engine lasting(Engine engine) {
        return engine.with(engine.system(), engine.instance().map(EngineDifference::withoutCost),
                engine.workers().map(workers -> workers.stream().map(EngineDifference::withoutTime).toList()));
    }

    private static Worker withoutTime(Worker worker) {
        return new Worker(worker.id(), worker.index(), worker.status(), worker.taskId(), worker.appId(), worker.appVersionId(), worker.gpus(),
                worker.ramTotal(), worker.warmApps(), Optional.empty());
    }

    private static Instance withoutCost(Instance instance) {
        return new Instance(instance.id(), instance.cloud(), instance.name(), instance.region(), instance.ip(), instance.type(), instance.status(),
                instance.hourlyPrice(), Optional.empty(), instance.endsAt(), instance.spendCap(), instance.hardware());
    }
}
