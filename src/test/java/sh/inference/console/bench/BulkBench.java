package sh.inference.console.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import sh.inference.console.model.Engine;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.bulk.Bulk;
import sh.inference.console.ops.bulk.BulkPlan;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

/** The plan of draining 1,000 engines of 8 workers each, with 40 apps that are warm here and there. Median of 21 runs. */
final class BulkBench implements Bench.Part {
    private static final int RUNS = 21;
    private static final int ENGINES = 1000;
    private static final int APPS = 40;

    @Override
    public Map<String, Number> measure() {
        Engine[] engines = new Engine[ENGINES];
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ENGINES; i++) {
            engines[i] = Engines.running("gpu-" + i).holding("app-a" + i % APPS, "v1").busy(4).holding("app-a" + (i + 7) % APPS, "v1").idle(4).build();
            ids.add(engines[i].id());
        }
        Apps[] apps = new Apps[APPS];
        for (int i = 0; i < APPS; i++) {
            apps[i] = Apps.named("a" + i).vram((long) (i + 1) << 31);
        }
        Situation known = Situations.of(engines).apps(Apps.snapshot(apps)).build();
        double[] ms = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            // The same fleet, but nothing worked out before.
            Situation fresh = known.without("nobody");
            long start = System.nanoTime();
            BulkPlan plan = BulkPlan.of(new Bulk(Verb.DRAIN, ids), fresh);
            ms[run] = (System.nanoTime() - start) / 1e6;
            if (plan.members().size() != ENGINES) {
                throw new IllegalStateException("members: " + plan.members().size());
            }
        }
        double first = ms[0];
        Arrays.sort(ms);
        return Map.of("bulk_plan_ms", ms[RUNS / 2], "bulk_plan_first_ms", first);
    }
}
