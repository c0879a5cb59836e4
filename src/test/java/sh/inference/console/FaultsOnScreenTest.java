package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.FaultyLine.Fault;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.api.http.ProxyChoice;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.shell.ShellViewModel;

/** Every way a connection can go wrong, as the operator meets it in the window; and no write ever reaches the service twice. */
@ExtendWith(FxExtension.class)
class FaultsOnScreenTest {
    /** As in the field, only that everybody waits a second where they wait half a minute there. */
    private static final FeedSettings IMPATIENT = new FeedSettings(64, 16, 100, Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(1),
            Duration.ofSeconds(60), Duration.ofMillis(16));
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private FaultyLine line;
    private OpenConsole console;

    @BeforeEach
    void open() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withHeartbeat(Duration.ofMillis(200)));
        line = new FaultyLine(sandbox);
        ConnectionProfile profile = new ConnectionProfile("odd", line.url(), ProfileKind.DEVELOPMENT);
        Session session = Fx.call(() -> Session.alone(profile, new ApiKey(sandbox.key()), ConfigFolder.under(folder), Clock.systemUTC()));
        session.http().set(HttpSettings.DEFAULT.withProxy(new ProxyChoice.None())
                .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)));
        console = new OpenConsole(() -> new Wiring(new Workspace(session, IMPATIENT)), 1440, 900);
        console.awaitLive(24);
    }

    @AfterEach
    void close() throws IOException {
        console.close();
        line.close();
        sandbox.close();
    }

    /**
     * @param reading what stands above and below the rows while what is read goes wrong
     * @param engine  whose runtime is extended while what is written goes wrong
     * @param writing what is said of that extension
     * @param done    whether it took place
     */
    private record Row(Fault fault, String reading, String engine, String writing, boolean done) {
    }

    private static final List<Row> ROWS = List.of(
            new Row(Fault.CUT, "Stream lost.* The connection broke\\. .*Actions wait", "h100-west-2", "Done .*The answer was lost \\(The connection broke\\)", true),
            new Row(Fault.HALF_A_LINE, "Stream lost.* This is not an answer of the service\\.", "h100-west-2", "Done .*The answer was lost", true),
            new Row(Fault.SILENCE, "Stream lost.* The service took too long\\.", "h100-west-2", "Done .*The answer was lost \\(The service took too long\\)", true),
            new Row(Fault.SLOW_BYTES, "The line is back; the list is being read again", "h100-west-2", "Done .*The answer was lost \\(The service took too long\\)", true),
            new Row(Fault.REPLY_LOST, "Stream lost.* The connection broke\\.", "h100-west-2", "Done .*The answer was lost \\(The connection broke\\)", true),
            new Row(Fault.WRONG_TYPE, "Connected . one stream per engine", "h100-west-2", "Done .*200", true),
            new Row(Fault.RESET, "Stream lost.* The connection broke\\.", "h100-west-1", "Sent .*Read again: it has not ended as asked so far", false),
            new Row(Fault.BROKEN, "Stream lost.* The service has a fault\\.", "h200-east-1", "Sent .*The answer was lost \\(The service has a fault\\)", false),
            new Row(Fault.BAD_GATEWAY, "Stream lost.* The service has a fault\\.", "a100-nord-1", "Sent .*The answer was lost \\(The service has a fault\\)", false),
            new Row(Fault.TOO_MANY, "Stream lost.* Too many requests\\. Attempt \\d+ in [1-3] s", "l40s-kan-1", "Too many requests .*left alone for 3 s", false));

    @Test
    void everyFaultIsSaidInTheWindowAndNoWriteIsSentTwice() throws Exception {
        for (Row row : ROWS) {
            line.read(row.fault);
            Fx.run(() -> console.wiring().shell().readNow());
            await("while reading: " + row, row.reading, () -> (console.isShown("banner") ? console.text("banner-title") + " " + console.text("banner-remark") + " " : "")
                    + console.text("status-line"));
            line.read(Fault.NONE);
            Fx.run(() -> console.wiring().shell().readNow());
            console.awaitLive(24);
        }
        List<String> before = written();
        for (Row row : ROWS) {
            line.write(row.fault);
            int asked = line.writes().size();
            extend(row.engine);
            await("after writing: " + row, row.writing, () -> console.find("confirm-dialog").isPresent() ? texts("confirm-dialog") : texts("operation-card"));
            assertThat(line.writes()).as("sent once: %s", row).hasSize(asked + 1);
            if (Fx.call(() -> console.isShown("confirm-dialog"))) {
                fire("confirm-cancel");
            }
        }
        List<String> writes = written().subList(before.size(), written().size());
        assertThat(writes).as("what the service saw").hasSize((int) ROWS.stream().filter(Row::done).count()).allMatch(path -> path.endsWith("/extend"));
    }

    /** Opens the dialog as its key does, confirms, and looks at what became of it. */
    private void extend(String engine) {
        Fx.run(() -> console.wiring().openEngine(console.entry(engine).engine().id()));
        Fx.await("the way to extend " + engine, 10, () -> console.wiring().actions().find("engine-extend").orElseThrow().whyNot().get().isEmpty());
        Fx.run(() -> console.wiring().actions().run("engine-extend"));
        Fx.await("a dialog that can be confirmed for " + engine, 10, () -> console.isShown("confirm-dialog") && !console.node("confirm-ok").isDisabled());
        fire("confirm-ok");
        Fx.await("an answer, or none", 10, () -> console.find("confirm-dialog").isEmpty() || console.isShown("confirm-problem"));
        Fx.run(() -> console.wiring().shell().go(ShellViewModel.Page.OPERATIONS));
        Fx.await("the operation", 5, () -> console.isShown("operation-card"));
    }

    private void fire(String button) {
        Fx.run(() -> ((Button) console.node(button)).fire());
    }

    private void await(String what, String words, Supplier<String> shown) {
        Pattern pattern = Pattern.compile(words, Pattern.DOTALL);
        try {
            Fx.await(what, 10, () -> pattern.matcher(shown.get()).find());
        } catch (AssertionError late) {
            throw new AssertionError(what + " but " + Fx.call(shown::get), late);
        }
    }

    private String texts(String id) {
        StringBuilder out = new StringBuilder();
        collect(console.node(id), out);
        return out.toString();
    }

    private static void collect(Node node, StringBuilder out) {
        String text = switch (node) {
            case Labeled label -> label.getText();
            case Text words -> words.getText();
            default -> "";
        };
        out.append(text == null ? "" : text).append(' ');
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, out));
        }
    }

    /** What the sandbox says it was asked to change. */
    private List<String> written() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sandbox.url().resolve("/_sandbox/writes")).header("Authorization", "Bearer " + sandbox.key()).header("X-API-Version", "2").build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode writes = new ObjectMapper().readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return writes.findValuesAsText("path");
        }
    }
}
