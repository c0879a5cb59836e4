package sh.inference.console.ui.operation;

import java.time.Duration;
import java.time.Instant;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

/** Operations in every stage. */
final class Records {
    static final Engine BUSY = Engines.running("gpu-lon-03").id("1r5d7x0wjpnc9476ayn6cfyqcn").busy(3).idle(1).build();
    static final Engine DRAINING = Engines.in("gpu-lon-03", EngineStatus.DRAINING).id(BUSY.id()).busy(1).workers(WorkerStatus.INACTIVE, 3).build();
    static final Engine OTHER = Engines.running("gpu-fra-02").version("v1.10.1541").build();
    private static final Situation BEFORE = Situations.of(BUSY, OTHER).production().build();

    private Records() {
    }

    static OperationRecord sent(String id, Operation operation, Instant at) {
        return OperationRecord.planned(id, operation.plan(BEFORE), "GPU 2 runs hot, fan swap OPS-2214",
                        new OperationRecord.Asked("anna@desk-4", Situations.profile(ProfileKind.PRODUCTION), 4, 3), at)
                .to(OperationState.CONFIRMED, at, Text.of("verb.drain")).to(OperationState.SENT, at, Text.of("step.sent"));
    }

    static OperationRecord accepted(String id, Instant at) {
        return sent(id, new DrainEngine(BUSY.id()), at).to(OperationState.ACCEPTED, at.plusMillis(400), Text.of("step.accepted", 200));
    }

    static OperationRecord observed(String id, Instant at) {
        return accepted(id, at).to(OperationState.OBSERVED, at.plusSeconds(1), Text.of("drain.left", 3, 4))
                .to(OperationState.OBSERVED, at.plusSeconds(240), Text.of("drain.left", 1, 1));
    }

    /** Drained down to one task, which then stayed; the line was lost for a while. */
    static OperationRecord still(String id, Instant at) {
        return observed(id, at).seen(new OperationRecord.Point(at, 4, 3, true)).seen(new OperationRecord.Point(at.plusSeconds(231), 3, 2, true))
                .seen(new OperationRecord.Point(at.plusSeconds(400), 1, 1, true)).seen(new OperationRecord.Point(at.plusSeconds(900), 1, 1, false))
                .seen(new OperationRecord.Point(at.plusSeconds(948), 1, 1, true));
    }

    static OperationRecord done(String id, Instant at) {
        return observed(id, at).to(OperationState.DONE, at.plus(Duration.ofMinutes(15)), Text.of("drain.done"));
    }

    static OperationRecord timedOut(String id, Instant at) {
        return sent(id, new UpdateEngine(OTHER.id()), at).to(OperationState.ACCEPTED, at.plusSeconds(1), Text.of("step.accepted", 200))
                .to(OperationState.TIMED_OUT, at.plus(Duration.ofMinutes(15)), Text.of("step.timed-out", Duration.ofMinutes(15), Text.of("seen.restarting")));
    }

    static OperationRecord refused(String id, Instant at) {
        return sent(id, new StopEngine(OTHER.id()), at).failed(at.plusSeconds(1), new Problem("forbidden.scope", java.util.List.of("engines:write"), "missing scope"));
    }
}
