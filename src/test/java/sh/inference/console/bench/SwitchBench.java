package sh.inference.console.bench;

import java.io.IOException;
import java.util.Map;

/** From the choice of another profile to its last known view in the window, in a process of its own: 20 profiles, 1,000 engines in each of the two that are switched. */
final class SwitchBench implements Bench.Part {
    private static final int ENGINES = 1000;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        try (SandboxProcess sandbox = SandboxProcess.start("--engines", String.valueOf(ENGINES), "--rate", "50")) {
            return MeasuredProcess.run(SwitchRun.class, sandbox, ENGINES, "switch", 60);
        }
    }
}
