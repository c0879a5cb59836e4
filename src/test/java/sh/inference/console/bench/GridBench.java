package sh.inference.console.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The grid at 10,000 engines of 8 workers and 5,000 updates a second, each run in a process of its own and the sandbox in
 * another; the same at 100 engines, at rest, and a grid as one would write it at first.
 */
final class GridBench implements Bench.Part {
    /** Without a display; its memory is as where it is installed. */
    private static final List<String> FLAGS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED");

    /** For the start, the list, the gestures and the end, also on a machine that has other work. */
    private static final int GRACE_SECONDS = 300;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        Map<String, Number> metrics = new LinkedHashMap<>();
        try (SandboxProcess large = SandboxProcess.start("--engines", "10000", "--workers", "8", "--rate", "5000")) {
            metrics.putAll(run(GridRun.class, large, 10_000, "full", 60));
            metrics.putAll(run(NaiveRun.class, large, 10_000, "load", 20));
        }
        try (SandboxProcess small = SandboxProcess.start("--engines", "100", "--workers", "8", "--rate", "5000")) {
            Map<String, Number> few = run(GridRun.class, small, 100, "load", 15);
            metrics.put("grid_fx_us_per_update_100_rows", few.get("grid_fx_us_per_update"));
            metrics.put("grid_scaling_ratio", metrics.get("grid_fx_us_per_update").doubleValue() / few.get("grid_fx_us_per_update").doubleValue());
        }
        try (SandboxProcess calm = SandboxProcess.start("--engines", "12", "--rate", "500"); ExecutorService beside = Executors.newSingleThreadExecutor()) {
            // The empty window is over before the console is at rest, and each counts its own process alone.
            Future<Map<String, Number>> bare = beside.submit(() -> run(GridRun.class, calm, 12, "bare", 20));
            Map<String, Number> idle = run(GridRun.class, calm, 12, "idle", 60);
            metrics.put("idle_cpu_pct", idle.get("idle_cpu_pct"));
            metrics.put("idle_fx_busy_pct", idle.get("idle_fx_busy_pct"));
            metrics.put("idle_empty_window_cpu_pct", bare.get().get("idle_cpu_pct"));
        } catch (ExecutionException failed) {
            throw new IOException("the empty window", failed.getCause());
        }
        return metrics;
    }

    /** Runs one of the mains in a process of its own and reads the metrics it prints. */
    static Map<String, Number> run(Class<?> main, SandboxProcess sandbox, int engines, String what, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(System.getProperty("bench.memory").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), sandbox.url().toString(), sandbox.key(),
                String.valueOf(engines), what, String.valueOf(seconds)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        // A run that hangs ends here, and its metrics are missing.
        Thread watchdog = Thread.startVirtualThread(() -> endAfter(process, seconds + GRACE_SECONDS));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        watchdog.interrupt();
        String line = said.lines().filter(text -> text.startsWith("{")).reduce((first, last) -> last)
                .orElseThrow(() -> new IOException(main.getSimpleName() + " ended with " + process.exitValue() + ": " + said));
        return new ObjectMapper().readValue(line, new TypeReference<LinkedHashMap<String, Number>>() { });
    }

    private static void endAfter(Process process, int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
