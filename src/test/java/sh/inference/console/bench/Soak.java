package sh.inference.console.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs what takes long, the part named on the command line or all, and writes {@code target/soak.json}. */
public final class Soak {
    private static final Map<String, Bench.Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("stream", new StreamSoak());
        PARTS.put("kill", new KillSoak());
        PARTS.put("grid", new GridSoak());
    }

    private Soak() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Measurements.run(PARTS, args, "soak.json");
    }
}
