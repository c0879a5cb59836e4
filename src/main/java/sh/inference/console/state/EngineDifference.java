package sh.inference.console.state;

import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Instance;

/** Tells a change of an engine from the mere passing of time. */
final class EngineDifference {
    private EngineDifference() {
    }

    /** Whether two pictures of an engine differ in more than what its instance has cost so far, which grows with every reading. */
    static boolean matters(Optional<Engine> before, Optional<Engine> after) {
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return !before.equals(after);
        }
        return !withoutCost(before.get()).equals(withoutCost(after.get()));
    }

    private static Engine withoutCost(Engine engine) {
        return new Engine(engine.id(), engine.shortId(), engine.name(), engine.status(), engine.version(), engine.system(),
                engine.instance().map(EngineDifference::withoutCost), engine.workers(), engine.visibility(), engine.createdAt(), engine.updatedAt(),
                engine.deletedAt());
    }

    private static Instance withoutCost(Instance instance) {
        return new Instance(instance.id(), instance.cloud(), instance.name(), instance.region(), instance.ip(), instance.type(), instance.status(),
                instance.hourlyPrice(), Optional.empty(), instance.endsAt(), instance.spendCap(), instance.hardware());
    }
}
