package sh.inference.console.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From the return of the network until the grid is live again, the longest of several times: with 1,000 engines, and with 10,000, there
 * for the rows on screen and for all. A console looks every two seconds whether its network is another one; that counts.
 */
final class ReturnBench implements Bench.Part {
    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        Map<String, Number> metrics = new LinkedHashMap<>();
        try (SandboxProcess some = SandboxProcess.start("--engines", "1000", "--workers", "8", "--rate", "200")) {
            metrics.put("return_1000_ms", MeasuredProcess.run(ReturnRun.class, some, 1000, "return", 120).get("all_ms"));
        }
        try (SandboxProcess many = SandboxProcess.start("--engines", "10000", "--workers", "8", "--rate", "500")) {
            Map<String, Number> run = MeasuredProcess.run(ReturnRun.class, many, 10_000, "return", 120);
            metrics.put("return_10000_visible_ms", run.get("visible_ms"));
            metrics.put("return_10000_all_ms", run.get("all_ms"));
        }
        return metrics;
    }
}
