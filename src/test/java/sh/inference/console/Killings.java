package sh.inference.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.ApiCall;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;

/**
 * Kills consoles while they work, one after the other on one journal, and counts what must not be: lines that follow no other,
 * requests that the service saw and the journal did not. The next console is being started while one works, as it might be.
 */
public final class Killings implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final int LONGEST_LIFE = 450;
    private final Path folder;
    private final String classPath;
    private final SandboxServer sandbox;
    private final SplittableRandom random;
    private final Queue<Process> alive = new ArrayDeque<>();
    private int started;

    /**
     * What was found after all of it.
     *
     * @param missing  requests that the service saw and that have no intent
     * @param findings what the journal says is wrong with it, without lines that were torn
     * @param torn     lines that were torn
     */
    public record Toll(int kills, int seen, List<String> missing, List<String> findings, int torn, JournalReading reading) {
    }

    /** @param classPath what the consoles are made of */
    public Killings(Path folder, String classPath, long seed) throws IOException {
        this.folder = folder;
        this.classPath = classPath;
        this.random = new SplittableRandom(seed);
        this.sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
    }

    /** Kills so many, each at a moment of its own: from its first request on. */
    public Toll kill(int kills) throws IOException, InterruptedException {
        for (int i = 0; i < kills; i++) {
            while (alive.size() < AT_ONCE && started < kills) {
                alive.add(start());
            }
            Process next = alive.remove();
            awaitReady(next);
            next.waitFor(random.nextInt(LONGEST_LIFE), TimeUnit.MILLISECONDS);
            next.destroyForcibly().waitFor();
        }
        return toll(kills);
    }

    public SandboxServer sandbox() {
        return sandbox;
    }

    private Process start() throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-Djava.util.logging.config.file=", "-cp", classPath, KilledConsole.class.getName(), sandbox.url().toString(), sandbox.key(), folder.toString(), String.valueOf(started++));
        return new ProcessBuilder(command).redirectError(folder.resolveSibling("killed.err").toFile()).start();
    }

    private void awaitReady(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("ready")) {
                return;
            }
        }
        throw new IOException("a console ended by itself: " + java.nio.file.Files.readString(folder.resolveSibling("killed.err")));
    }

    private Toll toll(int kills) throws IOException, InterruptedException {
        JournalReading reading = new Journal(folder.resolve("journal"), "test").read();
        Map<String, Integer> intents = new HashMap<>();
        reading.entries().stream().filter(entry -> entry.kind() == JournalEntry.Kind.INTENT).map(entry -> entry.call().orElseThrow())
                .forEach(call -> intents.merge(said(call), 1, Integer::sum));
        List<String> missing = new ArrayList<>();
        JsonNode writes = writes();
        for (JsonNode write : writes) {
            String said = write.path("method").asText() + " " + write.path("path").asText() + " " + write.path("body").asText();
            if (intents.merge(said, -1, Integer::sum) < 0) {
                missing.add(said);
            }
        }
        List<String> findings = reading.findings().stream().filter(finding -> !isTorn(finding.key())).map(String::valueOf).toList();
        return new Toll(kills, writes.size(), missing, findings, reading.findings().size() - findings.size(), reading);
    }

    /** A torn line is the last one, or what was left of it when the next console went on after it. */
    private static boolean isTorn(String key) {
        return key.equals("journal.torn") || key.equals("journal.unreadable");
    }

    private static String said(ApiCall call) {
        return call.method() + " " + call.path() + " " + call.body().orElse("");
    }

    private JsonNode writes() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/_sandbox/writes")).header("Authorization", "Bearer " + sandbox.key()).build();
        return new ObjectMapper().readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body()).path("data");
    }

    @Override
    public void close() {
        alive.forEach(Process::destroyForcibly);
        sandbox.close();
    }
}
