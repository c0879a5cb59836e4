package sh.inference.console.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the parts named on the command line, or all, and writes {@code target/bench.json}. */
public final class Bench {
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("smoke", new SmokeBench());
        PARTS.put("palette", new PaletteBench());
        PARTS.put("startup", new StartupBench());
        PARTS.put("stream", new StreamBench());
        PARTS.put("bulk", new BulkBench());
        PARTS.put("sandbox", new SandboxBench());
        PARTS.put("journal", new JournalBench());
        PARTS.put("switch", new SwitchBench());
        PARTS.put("grid", new GridBench());
        PARTS.put("return", new ReturnBench());
        PARTS.put("apps", new AppsBench());
        PARTS.put("scroll", new ScrollBench());
    }

    private Bench() {
    }

    /** Something that measures. */
    public interface Part {
        /** @return metric to number */
        Map<String, Number> measure() throws IOException, InterruptedException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Measurements.run(PARTS, args, "bench.json");
    }
}
