package sh.inference.console.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The console as a user starts it, on its sandbox and without a display: time from the start of the process to rows that
 * are laid out, and the memory it then has. Medians of five runs.
 */
final class SmokeBench implements Bench.Part {
    private static final int RUNS = 5;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        double[] populated = new double[RUNS];
        double[] memory = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Path config = Files.createTempDirectory("bench-smoke");
            ProcessBuilder builder = new ProcessBuilder(command(config));
            builder.environment().remove("DISPLAY");
            builder.environment().remove("WAYLAND_DISPLAY");
            Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                memory[run] = Math.max(memory[run], residentMegabytes(process.pid()));
            }
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(text -> text.startsWith("{")).reduce((first, last) -> last)
                    .orElseThrow(() -> new IOException("the smoke run said nothing and ended with " + process.exitValue()));
            JsonNode said = new ObjectMapper().readTree(line);
            populated[run] = said.path("populated_ms").asDouble();
        }
        return Map.of("smoke_populated_ms", median(populated), "smoke_rss_mb", median(memory));
    }

    private static List<String> command(Path config) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(System.getProperty("bench.flags").split(" ")));
        command.addAll(List.of("--module-path", "target/classes:" + Files.readString(Path.of("target/bench-module-path.txt")).strip(),
                "--module", System.getProperty("bench.main"), "--smoke", "--config", config.toString()));
        return command;
    }

    /** Resident memory from the kernel's own count; 0 where it has none. */
    static double residentMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
