package sh.inference.console.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

import sh.inference.console.Killings;

/** Two hundred consoles killed at random moments on one journal. */
final class KillSoak implements Bench.Part {
    private static final int KILLS = 200;

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        try (Killings killings = new Killings(Files.createTempDirectory("kill-soak").resolve("config"), System.getProperty("java.class.path"), 23)) {
            Killings.Toll toll = killings.kill(KILLS);
            Map<String, Number> metrics = new LinkedHashMap<>();
            metrics.put("soak_kills", toll.kills());
            metrics.put("soak_kill_requests_seen", toll.seen());
            metrics.put("soak_kill_requests_without_intent", toll.missing().size());
            metrics.put("soak_kill_torn_lines", toll.torn());
            metrics.put("soak_kill_other_findings", toll.findings().size());
            metrics.put("soak_kill_left_unfinished", toll.reading().unfinished().size());
            if (!toll.missing().isEmpty() || !toll.findings().isEmpty()) {
                throw new IOException("the journal lost something: " + toll.missing() + " " + toll.findings());
            }
            return metrics;
        }
    }
}
