package sh.inference.console.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The grid at 10,000 engines of 8 workers and 5,000 updates a second, each run in a process of its own and the sandbox in
 * another; the same at 100 engines, at rest, and a grid as one would write it at first.
 */
final class GridBench implements Bench.Part {
    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        Map<String, Number> metrics = new LinkedHashMap<>();
        // A console is at rest for most of a day: the one measured so does nothing while the others work, and is measured when they are over.
        try (SandboxProcess calm = SandboxProcess.start("--engines", "12", "--rate", "500");
                MeasuredProcess idle = MeasuredProcess.start(GridRun.class, calm, 12, "idle", 60);
                MeasuredProcess bare = MeasuredProcess.start(GridRun.class, calm, 12, "bare", 60)) {
            idle.awaitReady();
            bare.awaitReady();
            load(metrics);
            idle.measure();
            bare.measure();
            Map<String, Number> atRest = idle.metrics();
            metrics.put("idle_cpu_pct", atRest.get("idle_cpu_pct"));
            metrics.put("idle_fx_busy_pct", atRest.get("idle_fx_busy_pct"));
            metrics.put("idle_empty_window_cpu_pct", bare.metrics().get("idle_cpu_pct"));
        }
        return metrics;
    }

    private static void load(Map<String, Number> metrics) throws IOException {
        // Before the large fleet and after it: a machine that becomes slower or faster meanwhile does so for both.
        double before = few();
        try (SandboxProcess large = SandboxProcess.start("--engines", "10000", "--workers", "8", "--rate", "5000")) {
            metrics.putAll(MeasuredProcess.run(GridRun.class, large, 10_000, "full", 60));
            metrics.putAll(MeasuredProcess.run(NaiveRun.class, large, 10_000, "load", 20));
        }
        double few = (before + few()) / 2;
        metrics.put("grid_fx_us_per_update_100_rows", few);
        metrics.put("grid_scaling_ratio", metrics.get("grid_fx_us_per_update").doubleValue() / few);
    }

    /** Microseconds of the FX thread for an update at 100 engines. */
    private static double few() throws IOException {
        try (SandboxProcess small = SandboxProcess.start("--engines", "100", "--workers", "8", "--rate", "5000")) {
            return MeasuredProcess.run(GridRun.class, small, 100, "load", 15).get("grid_fx_us_per_update").doubleValue();
        }
    }
}
