package sh.inference.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.HeadlessRig;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;

/** The commands that need no window, from the words on the command line to the status of the process, against the sandbox over a real socket. */
class ErrandRunnerTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SandboxServer sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withSpeed(4));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private int run(String... args) {
        return run(ProfileKind.SANDBOX, sandbox.key(), args);
    }

    private int run(ProfileKind kind, String key, String... args) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
        Optional<LaunchOptions> options = new CommandLineReader(terminal, HeadlessRig::words, false, Map.of()).read(args);
        return options.map(read -> HeadlessRig.run(sandbox.url(), kind, key, folder, read.errand().orElseThrow(), terminal)).orElse(2);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private List<String> writes() throws IOException {
        List<String> lines = new ArrayList<>();
        Path journal = folder.resolve("journal").resolve("journal.jsonl");
        if (Files.exists(journal)) {
            lines.addAll(Files.readAllLines(journal).stream().filter(line -> line.contains("INTENT")).toList());
        }
        return lines;
    }

    @Test
    void enginesAreListedAndShown() throws IOException {
        assertThat(run("engines", "list", "--json")).isZero();
        assertThat(json().path("engines")).hasSize(24);
        assertThat(run("engines", "show", "gpu-lon-03")).isZero();
        assertThat(out.toString()).contains("gpu-lon-03").contains("running");
    }

    @Test
    void aDryRunShowsThePlanAndSendsNothing() throws IOException {
        assertThat(run("engines", "drain", "gpu-lon-03", "--dry-run", "--json")).isZero();
        assertThat(json().path("plans").path(0).path("title").asText()).isEqualTo("Drain gpu-lon-03");
        assertThat(json().path("plans").path(0).path("checks")).isNotEmpty();
        assertThat(json().has("operations")).isFalse();
        assertThat(writes()).isEmpty();
    }

    @Test
    void withoutYesNothingIsWritten() throws IOException {
        assertThat(run("engines", "drain", "gpu-lon-03")).isEqualTo(2);
        assertThat(err.toString()).contains("--yes");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aDrainIsFollowedToItsObservedEnd() throws IOException {
        assertThat(run("engines", "drain", "gpu-lon-03", "--yes", "--reason", "rack move", "--json")).isZero();
        assertThat(json().path("verdict").asText()).isEqualTo("done");
        assertThat(json().path("kind").asText()).isEqualTo("SANDBOX");
        assertThat(json().path("operations").path(0).path("state").asText()).isEqualTo("done");
        assertThat(writes()).singleElement().asString().contains("rack move").doesNotContain(sandbox.key());
    }

    @Test
    void everyOtherVerbIsFollowedToItsObservedEndAsWell() throws IOException {
        for (String[] errand : new String[][] {{"update", "gpu-fra-02"}, {"restart", "h100-west-1"}, {"stop", "h100-east-1"}, {"extend", "h100-west-2"}}) {
            out.getBuffer().setLength(0);
            String[] words = {"engines", errand[0], errand[1], "--yes", "--json", "--reason", "drill"};
            List<String> args = new ArrayList<>(List.of(words));
            if (errand[0].equals("extend")) {
                args.addAll(List.of("--hours", "1.5"));
            }
            assertThat(run(args.toArray(String[]::new))).as("%s: %s", errand[0], out).isZero();
            assertThat(json().path("operations").path(0).path("state").asText()).as(errand[0]).isEqualTo("done");
            assertThat(json().path("status").asInt()).isZero();
        }
        assertThat(writes()).hasSize(4);
    }

    @Test
    void whatAPreconditionBlocksEndsWithFour() throws IOException {
        assertThat(run("engines", "drain", "gpu-lon-06", "--yes")).isEqualTo(4);
        assertThat(err.toString()).contains("Disconnected");
        assertThat(run(ProfileKind.PRODUCTION, sandbox.key(), "engines", "drain", "gpu-lon-03", "--yes", "--reason", "x")).as("production starts locked").isEqualTo(4);
        assertThat(err.toString()).contains("--unlock");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aRefusedKeyEndsAtOnceWithItsReason() {
        long before = System.nanoTime();
        assertThat(run(ProfileKind.SANDBOX, sandbox.expiredKey(), "engines", "list")).isEqualTo(1);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - before)).isLessThan(java.time.Duration.ofSeconds(30));
        assertThat(err.toString()).contains("key");
    }

    @Test
    void hoursThatCannotBeAskedForAreAMistakeInUsage() throws IOException {
        assertThat(run("engines", "extend", "h100-west-2", "--hours", "1,5", "--yes")).isEqualTo(2);
        assertThat(err.toString()).contains("with a point");
        assertThat(run("engines", "extend", "h100-west-2", "--yes")).isEqualTo(2);
        assertThat(run("engines", "nonsense")).isEqualTo(2);
        assertThat(run("engines")).isEqualTo(2);
        assertThat(run("engines", "drain", "nobody", "--yes")).isEqualTo(2);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aLostAnswerIsReadAgainAndARefusalIsAFailure() throws IOException {
        sandbox.turn(Drill.LOST_EXTEND_REPLY, true);
        assertThat(run("engines", "extend", "h100-west-2", "--hours", "1", "--yes", "--json")).as("the later deadline was read").isZero();
        assertThat(writes()).hasSize(1);
        sandbox.turn(Drill.LOST_EXTEND_REPLY, false);
        sandbox.turn(Drill.LOW_BALANCE, true);
        assertThat(run("engines", "extend", "h100-west-2", "--hours", "1", "--yes")).isIn(1, 4);
        sandbox.turn(Drill.LOW_BALANCE, false);
        sandbox.turn(Drill.IGNORED_ACTIONS, true);
        assertThat(run("engines", "drain", "gpu-lon-03", "--yes", "--timeout", "1")).as("accepted, and nothing seen of it").isEqualTo(5);
    }

    @Test
    void appsAreListedComparedAndPromoted() throws IOException {
        assertThat(run("apps", "versions", "flux-portrait", "--json")).isZero();
        JsonNode versions = json().path("versions");
        String newest = versions.path(0).path("id").asText();
        String oldest = versions.path(versions.size() - 1).path("id").asText();
        assertThat(run("apps", "compare", "flux-portrait", oldest, newest)).isZero();
        assertThat(run("apps", "promote", "flux-portrait", newest.equals(current(versions)) ? oldest : newest, "--yes")).isZero();
        assertThat(run("apps", "promote", "flux-portrait", "nonsense", "--yes")).isEqualTo(2);
    }

    private static String current(JsonNode versions) {
        for (JsonNode version : versions) {
            if (version.path("current").asBoolean()) {
                return version.path("id").asText();
            }
        }
        return "";
    }
}
