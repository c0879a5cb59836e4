package sh.inference.console.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Runs parts by name and writes their metrics, each with its unit in its name. */
final class Measurements {
    private Measurements() {
    }

    /**
     * @param args the name of one part, or {@code all}
     * @param file below {@code target}
     */
    static void run(Map<String, Bench.Part> parts, String[] args, String file) throws IOException, InterruptedException {
        String wanted = args.length == 0 ? "all" : args[0];
        Map<String, Number> metrics = new LinkedHashMap<>();
        Map<String, Exception> broken = new LinkedHashMap<>();
        for (Map.Entry<String, Bench.Part> part : parts.entrySet()) {
            if (wanted.equals("all") || wanted.equals(part.getKey())) {
                try {
                    metrics.putAll(part.getValue().measure());
                } catch (IOException | RuntimeException failed) {
                    // One part that cannot measure does not cost the figures of the others; the run fails all the same.
                    broken.put(part.getKey(), failed);
                }
            }
        }
        if (metrics.isEmpty() && broken.isEmpty()) {
            throw new IllegalArgumentException("no such part: " + wanted + "; there are " + parts.keySet());
        }
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        json.writeValue(Files.createDirectories(Path.of("target")).resolve(file).toFile(), metrics);
        System.out.println(json.writeValueAsString(metrics));
        if (!broken.isEmpty()) {
            IOException failure = new IOException("not measured: " + broken);
            broken.values().forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
