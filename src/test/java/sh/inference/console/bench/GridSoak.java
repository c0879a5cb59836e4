package sh.inference.console.bench;

import java.io.IOException;
import java.util.Map;

/** Half an hour of the grid at 10,000 engines and 500 updates a second: its heap must not grow after the first five minutes. */
final class GridSoak implements Bench.Part {
    private static final int SECONDS = 1800;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        try (SandboxProcess sandbox = SandboxProcess.start("--engines", "10000", "--workers", "8", "--rate", "500")) {
            return MeasuredProcess.run(GridRun.class, sandbox, 10_000, "soak", SECONDS);
        }
    }
}
