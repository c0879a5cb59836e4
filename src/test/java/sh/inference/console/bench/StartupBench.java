package sh.inference.console.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged console beside an empty JavaFX window on the stock JVM, alternating in one run: from the start of the process
 * to rows that came over HTTP and are laid out. Medians of nine. Without a display the console is started as an icon starts
 * it, by no option, in empty folders; on a display, where there is one, it needs the option that makes it leave again.
 */
final class StartupBench implements Bench.Part {
    private static final int RUNS = 9;
    private static final Path LAUNCHER = Path.of("target/installer/inference-console/bin/inference-console");
    /** How often the log is looked at, in milliseconds: more often would take time from the start that is measured. */
    private static final int LOOK = 5;
    private static final double NANOS_A_MILLI = 1e6;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        Map<String, Number> metrics = new LinkedHashMap<>();
        compare(metrics, "startup", false);
        if (!System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
            compare(metrics, "startup_window", true);
        }
        return metrics;
    }

    private static void compare(Map<String, Number> metrics, String name, boolean window) throws IOException, InterruptedException {
        double[] console = new double[RUNS];
        double[] empty = new double[RUNS];
        double[] memory = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            console[run] = console(window, memory, run);
            empty[run] = start(empty(window), EmptyWindow.SAYS, window);
        }
        metrics.put(name + "_ratio", SmokeBench.median(console) / SmokeBench.median(empty));
        metrics.put(name + "_grid_ms", SmokeBench.median(console));
        metrics.put(name + "_empty_ms", SmokeBench.median(empty));
        metrics.put(name + "_rss_mb", SmokeBench.median(memory));
    }

    /** @return milliseconds from the start of the process to its log's saying that the grid has rows */
    private static double console(boolean window, double[] memory, int run) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-startup");
        ProcessBuilder builder = builder(window ? List.of(LAUNCHER.toString(), "--smoke") : List.of(LAUNCHER.toString()), window);
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        Path log = folder.resolve("state/inference-console/log/console.0.log");
        long begun = System.nanoTime();
        Process process = builder.start();
        double took = 0;
        while (!process.waitFor(LOOK, TimeUnit.MILLISECONDS)) {
            if (took == 0 && Files.exists(log) && Files.readString(log).contains("The grid showed")) {
                took = (System.nanoTime() - begun) / NANOS_A_MILLI;
                memory[run] = SmokeBench.residentMegabytes(process.pid());
            }
        }
        if (took == 0) {
            throw new IOException(LAUNCHER + " never showed its grid and ended with " + process.exitValue());
        }
        return took;
    }

    /** @return milliseconds from the start of the process to its saying {@code sign} */
    private static double start(List<String> command, String sign, boolean window) throws IOException {
        ProcessBuilder builder = builder(command, window).redirectErrorStream(true);
        long begun = System.nanoTime();
        Process process = builder.start();
        double took = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (took == 0 && line.contains(sign)) {
                    took = (System.nanoTime() - begun) / NANOS_A_MILLI;
                }
            }
        }
        if (took == 0) {
            throw new IOException(command.getFirst() + " never said: " + sign);
        }
        return took;
    }

    private static ProcessBuilder builder(List<String> command, boolean window) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("INFERENCE_API_KEY");
        if (!window) {
            builder.environment().remove("DISPLAY");
            builder.environment().remove("WAYLAND_DISPLAY");
        }
        return builder;
    }

    private static List<String> empty(boolean window) throws IOException {
        String modules = String.join(":", Stream.of(Files.readString(Path.of("target/bench-module-path.txt")).strip().split(":"))
                .filter(jar -> jar.contains("openjfx")).toList());
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--module-path", modules,
                "--add-modules", "javafx.controls", "--enable-native-access=javafx.graphics"));
        if (!window) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", "target/test-classes", EmptyWindow.class.getName()));
        return command;
    }
}
