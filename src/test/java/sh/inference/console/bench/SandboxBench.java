package sh.inference.console.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The sandbox in a process of its own with 10,000 engines of 8 workers: from the start of the process to its address, how
 * many of 10,000 updates a second arrive at a reader who only counts, and its heap after a collection while it goes on.
 */
final class SandboxBench implements Bench.Part {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double NANOS_A_SECOND = 1e9;
    private static final int MILLION = 1_000_000;
    private static final double KB_A_MB = 1024;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(tool("java"), "--module-path",
                "target/classes:" + Files.readString(Path.of("target/bench-module-path.txt")).strip(), "--module", System.getProperty("bench.main"),
                "--serve-sandbox", "--engines", "10000", "--workers", "8", "--rate", "10000").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode access = new ObjectMapper().readTree(said.readLine());
            long started = (System.nanoTime() - begun) / MILLION;
            double rate = rate(access);
            return Map.of("sandbox_start_ms", started, "sandbox_rate_per_s", rate, "sandbox_heap_mb", heap(process.pid()));
        } finally {
            process.destroy();
        }
    }

    private static double rate(JsonNode access) throws IOException {
        HttpURLConnection events = (HttpURLConnection) URI.create(access.path("url").asText() + "/events").toURL().openConnection();
        events.setRequestProperty("Authorization", "Bearer " + access.path("key").asText());
        events.setRequestProperty("Accept", "application/x-ndjson");
        try (InputStream in = events.getInputStream()) {
            count(in, WARM_UP);
            return count(in, MEASURED);
        } finally {
            events.disconnect();
        }
    }

    /** Every frame is a line; heartbeats come only where nothing else does. */
    private static double count(InputStream in, Duration time) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        long from = System.nanoTime();
        while (System.nanoTime() - from < time.toNanos()) {
            int read = in.read(buffer);
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return Math.round(lines * NANOS_A_SECOND / (System.nanoTime() - from));
    }

    private static long heap(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        Matcher used = USED.matcher(ask(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("the heap of the sandbox cannot be read");
        }
        return Math.round(Long.parseLong(used.group(1)) / KB_A_MB);
    }

    private static String ask(long pid, String question) throws IOException, InterruptedException {
        Process answer = new ProcessBuilder(tool("jcmd"), Long.toString(pid), question).start();
        String text = new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        answer.waitFor();
        return text;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
