package sh.inference.console.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.bulk.Bulk;
import sh.inference.console.ops.bulk.BulkDesk;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.ops.bulk.BulkRun;

/** A desk with nine engines, of which one is disconnected and one is draining, and a verb asked for on all of them. */
public final class BulkRig {
    public final DeskRig rig;
    public final BulkDesk bulk;
    public BulkRequest request;

    public BulkRig(Path folder) {
        rig = new DeskRig(folder);
        IntStream.rangeClosed(1, 7).forEach(n -> rig.with(Engines.running("gpu-" + n).holding("app-flux", "v1").busy(n % 3).idle(1)));
        rig.with(Engines.in("gpu-8", EngineStatus.DISCONNECTED)).with(Engines.in("gpu-9", EngineStatus.DRAINING).busy(1)).with(Apps.named("flux"));
        bulk = new BulkDesk(rig.desk, asked -> request = asked, rig.log, rig.journal, new TaskRunner(Runnable::run, Runnable::run), rig.clock, () -> "run");
    }

    public static List<String> ids() {
        return IntStream.rangeClosed(1, 9).mapToObj(n -> "id-gpu-" + n).toList();
    }

    /** Asks for a drain of all nine. */
    public BulkRequest ask() {
        bulk.request(new Bulk(Verb.DRAIN, ids()));
        return request;
    }

    /** Asks for it, confirms it and begins. */
    public BulkRun begin(BulkRule rule) {
        ask();
        request.send(request.planProperty().get(), rule, "rack move", outcome -> { });
        return bulk.runs().getFirst();
    }
}
