package sh.inference.console.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;
import sh.inference.console.api.http.StreamDecoding;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;
import sh.inference.console.state.FleetStore;

/**
 * Lines of 1.2 kB through the decoder into the store, and the same bytes through bare Jackson {@code readTree}, in turns
 * in a process of their own that collects its garbage on the thread that makes it. Counted in seconds of processor time
 * of that process, garbage and compiler included, so that a second is one core's and others on the machine matter
 * little. Medians of the rounds.
 */
final class StreamBench implements Bench.Part {
    private static final int ENGINES = 1000;
    private static final int LINES = 100_000;
    private static final int BATCH = 80;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 15;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn512m",
                "-cp", System.getProperty("java.class.path"), StreamBench.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] said = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException("the measuring process ended with " + process.exitValue());
        }
        return new ObjectMapper().readValue(said, new TypeReference<LinkedHashMap<String, Number>>() { });
    }

    /** What the process of its own does. */
    public static void main(String[] args) throws IOException {
        byte[] bytes = new StreamLines(ENGINES).bytes(LINES);
        double[] decoded = new double[ROUNDS];
        double[] trees = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double tree = perSecond(() -> readTrees(bytes));
            double ours = perSecond(() -> intoTheStore(bytes));
            if (round >= 0) {
                decoded[round] = ours;
                trees[round] = tree;
                ratios[round] = ours / tree;
            }
        }
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("stream_decode_ratio", Math.round(median(ratios) * 1000) / 1000.0);
        metrics.put("stream_lines_per_s", Math.round(median(decoded)));
        metrics.put("stream_tree_lines_per_s", Math.round(median(trees)));
        System.out.println(new ObjectMapper().writeValueAsString(metrics));
    }

    private interface Work {
        int lines() throws IOException;
    }

    private static double perSecond(Work work) throws IOException {
        Duration before = processorTime();
        int lines = work.lines();
        return lines * 1e9 / processorTime().minus(before).toNanos();
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static int readTrees(byte[] bytes) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        int lines = 0;
        int members = 0;
        for (int from = 0; from < bytes.length; from += StreamLines.LENGTH) {
            members += mapper.readTree(bytes, from, StreamLines.LENGTH).size();
            lines++;
        }
        return members > lines ? lines : 0;
    }

    private static int intoTheStore(byte[] bytes) throws IOException {
        FleetStore store = new FleetStore(Clock.systemUTC());
        List<EngineChange> batch = new ArrayList<>(BATCH);
        int[] lines = new int[1];
        try {
            StreamDecoding.decode(new ByteArrayInputStream(bytes), "application/x-ndjson", "", frame -> {
                lines[0]++;
                batch.add(((Frame.EngineNews) frame).change());
                if (batch.size() == BATCH) {
                    store.apply(batch, Feed.EVENTS);
                    batch.clear();
                }
            });
        } catch (ApiException refused) {
            throw new IOException(refused);
        }
        store.apply(batch, Feed.EVENTS);
        if (store.entries().size() != ENGINES) {
            throw new IOException("the store knows " + store.entries().size() + " engines");
        }
        return lines[0];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
