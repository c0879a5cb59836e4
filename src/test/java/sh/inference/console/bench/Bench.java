package sh.inference.console.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Runs the parts named on the command line, or all, and writes every metric with its unit in its name. */
public final class Bench {
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("smoke", new SmokeBench());
    }

    private Bench() {
    }

    /** Something that measures. */
    interface Part {
        /** @return metric to number */
        Map<String, Number> measure() throws IOException, InterruptedException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String wanted = args.length == 0 ? "all" : args[0];
        Map<String, Number> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (wanted.equals("all") || wanted.equals(part.getKey())) {
                metrics.putAll(part.getValue().measure());
            }
        }
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("no such part: " + wanted + "; there are " + PARTS.keySet());
        }
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        json.writeValue(Path.of("target", "bench.json").toFile(), metrics);
        System.out.println(json.writeValueAsString(metrics));
    }
}
