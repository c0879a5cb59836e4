package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Engine;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ObjectGraph;
import sh.inference.console.testing.OtherOperator;
import sh.inference.console.ui.engines.EngineRow;

/** The details of an engine against the sandbox over a real socket: what is read when it is asked for, and what is held no longer than it is looked at. */
@ExtendWith(FxExtension.class)
class EngineDetailsOnScreenTest {
    /** Stands in every record of an engine, and nowhere else in what the console knows. */
    private static final String ONLY_IN_THE_RECORD = "callback_base_port";
    /** Less than what the drill makes every answer wait. */
    private static final Duration LATE = Duration.ofMillis(2_800);
    @TempDir
    private Path folder;
    private final ManualClock time = new ManualClock(Clock.systemUTC().instant());
    private SandboxServer sandbox;
    private OtherOperator other;
    private OpenConsole console;

    @AfterEach
    void close() {
        console.close();
        other.close();
        sandbox.close();
    }

    private void open() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(time).withHeartbeat(Duration.ofMillis(200)).byHand());
        other = new OtherOperator(sandbox);
        console = new OpenConsole(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), sandbox.key(), folder, 1440, 1000);
        console.awaitLive(24);
    }

    @Test
    void theRecordIsReadForTheEngineShownWithoutItsSecretsAndDroppedWhenTheDetailsClose() throws IOException {
        open();
        String id = look("gpu-lon-03");
        assertThat(Fx.call(() -> console.isShown("engine-json"))).as("nothing is read that nobody asked for").isFalse();
        fire("engine-json-read");
        Fx.await("the record", 10, () -> console.text("engine-json").contains(id));
        String record = Fx.call(() -> console.text("engine-json"));
        String secret = other.get("/engines/" + id).at("/config/api_key").asText();
        assertThat(secret).isNotBlank();
        assertThat(record).contains("gpu-lon-03", ONLY_IN_THE_RECORD, "api_key", "(not shown)").doesNotContain(secret);
        fire("engine-json-copy");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains(id).doesNotContain(secret);
        assertThat(held()).as("the walk reaches what is held").anyMatch(text -> text.contains(ONLY_IN_THE_RECORD)).noneMatch(text -> text.contains(secret));

        time.advance(Duration.ofSeconds(30));
        sandbox.tick();
        fire("engine-json-read");
        Fx.await("the record read anew", 10, () -> !console.text("engine-json").isEmpty() && !console.text("engine-json").equals(record));

        String next = look("h100-west-2");
        Fx.await("the record of the one before gone", 10, () -> console.text("engine-json").isEmpty());
        fire("engine-json-read");
        Fx.await("the record of the next", 10, () -> console.text("engine-json").contains(next));
        TextArea area = Fx.call(() -> (TextArea) console.node("engine-json"));
        fire("engine-close");
        Fx.await("the details closed", 10, () -> !console.isShown("engine-name"));
        assertThat(held()).as("dropped").noneMatch(text -> text.contains(ONLY_IN_THE_RECORD));
        assertThat(Fx.call(() -> area.getText())).isEmpty();
    }

    @Test
    void anAnswerThatComesAfterAnotherEngineWasChosenIsDropped() throws IOException {
        open();
        look("gpu-lon-03");
        sandbox.turn(Drill.SLOW_ANSWERS, true);
        fire("engine-json-read");
        fire("engine-tasks-read");
        String next = look("h100-west-2");
        sandbox.turn(Drill.SLOW_ANSWERS, false);
        fire("engine-json-read");
        Fx.await("the record of the engine shown", 10, () -> console.text("engine-json").contains(next));
        Fx.await("the late answers", 10, () -> console.wiring().workspace().api.meter().traffic().latency().longest().compareTo(LATE) > 0);
        assertThat(Fx.call(() -> console.text("engine-json"))).contains(next);
        assertThat(words("engine-tasks")).noneMatch(text -> text.matches("\\d.*:.*"));
    }

    @Test
    void workersInstanceAndSystemAreWhatTheSandboxSays() throws IOException {
        open();
        String id = look("h100-west-2");
        JsonNode truth = other.get("/engines/" + id);
        String shown = String.join(" ", words("engine"));
        assertThat(shown).contains(truth.at("/instance/cloud").asText(), truth.at("/instance/region").asText(), truth.at("/instance/ip").asText(), truth.path("engine_version").asText());
        assertThat(Fx.call(() -> ((Parent) console.node("engine-workers")).getChildrenUnmodifiable().size())).isEqualTo(truth.path("workers").size());
        assertThat(Fx.call(() -> ((Parent) console.node("engine-gpus")).getChildrenUnmodifiable().size())).isEqualTo(truth.at("/system_info/gpus").size());
    }

    @Test
    void theTimelineSaysWhatWasSeenAndThroughWhat() throws IOException {
        open();
        look("gpu-lon-03");
        sandbox.turn(Drill.ENGINE_OFFLINE, true);
        look("a100-nord-1");
        Fx.await("the loss in the timeline", 10, () -> words("engine-timeline").stream().anyMatch(text -> text.contains("Running") && text.contains("Disconnected")));
        assertThat(words("engine-timeline")).contains("stream");
    }

    @Test
    void recentTasksAreListedWhereTheKeyMayAndSaidWhyNotWhereItMayNot() throws IOException {
        open();
        String id = look("gpu-lon-03");
        fire("engine-tasks-read");
        List<String> tasks = tasks(id);
        assertThat(tasks).isNotEmpty();
        Fx.await("the tasks", 10, () -> tasks.stream().allMatch(task -> words("engine-tasks").stream().anyMatch(text -> text.contains(task.substring(0, 8)))));
        sandbox.turn(Drill.GATEWAY_HTML, true);
        fire("engine-tasks-read");
        Fx.await("why there are none", 10, () -> words("engine-tasks").stream().anyMatch(text -> text.contains("The service has a fault")));
    }

    @Test
    void anEngineThatCannotBeReadIsARowAndItsRecordStandsInTheDetails() throws IOException {
        open();
        sandbox.turn(Drill.UNREADABLE_RECORDS, true);
        Fx.run(() -> console.wiring().shell().readNow());
        Fx.await("two rows that cannot be read", 10, () -> unreadable().size() == 2);
        assertThat(console.table("engines-table").getItems()).hasSize(24);
        EngineRow senseless = unreadable().stream().filter(row -> Engine.isAddress(row.id())).findFirst().orElseThrow();
        EngineRow nameless = unreadable().stream().filter(row -> !Engine.isAddress(row.id())).findFirst().orElseThrow();
        String secret = other.get("/engines/" + senseless.id()).at("/config/api_key").asText();

        Fx.run(() -> console.wiring().openEngine(senseless.id()));
        Fx.await("what the service sent", 10, () -> console.find("engine-json").isPresent() && console.text("engine-json").contains("see " + senseless.engine().name()));
        assertThat(Fx.call(() -> console.text("engine-json"))).contains("(not shown)").doesNotContain(secret);
        console.picture("engines", "unreadable");
        assertThat(Fx.call(() -> console.node("engine-drain").isDisabled())).isTrue();
        assertThat(Fx.call(() -> console.text("engine-reasons"))).contains("cannot read");
        Fx.run(() -> console.wiring().openEngine(nameless.id()));
        Fx.await("what the service sent of the other", 10, () -> console.text("engine-json").contains("label"));
        assertThat(Fx.call(() -> console.text("engine-name"))).isEqualTo("An entry without an id");

        sandbox.turn(Drill.UNREADABLE_RECORDS, false);
        Fx.run(() -> console.wiring().shell().readNow());
        Fx.await("all of them read", 10, () -> unreadable().isEmpty() && console.table("engines-table").getItems().size() == 24);
        console.awaitLive(24);
    }

    private List<EngineRow> unreadable() {
        return console.table("engines-table").getItems().stream().map(EngineRow.class::cast).filter(row -> !row.engine().isReadable()).toList();
    }

    private List<String> tasks(String engine) {
        return other.post("/tasks/list", "{\"limit\":12,\"sort\":[{\"field\":\"created_at\",\"dir\":\"desc\"}],\"filters\":[{\"field\":\"engine_id\",\"operator\":\"eq\",\"value\":\"" + engine + "\"}]}")
                .path("items").findValuesAsText("id").stream().limit(1).toList();
    }

    /** Everything that the console holds beside the widgets. */
    private Set<String> held() {
        return Fx.call(() -> ObjectGraph.strings(console.wiring()));
    }

    private String look(String engine) {
        String id = Fx.call(() -> console.entry(engine).engine().id());
        Fx.run(() -> console.wiring().openEngine(id));
        Fx.await("the details of " + engine, 10, () -> console.text("engine-name").equals(engine));
        return id;
    }

    private void fire(String button) {
        Fx.await(button, 10, () -> console.isShown(button) && !console.node(button).isDisabled());
        Fx.run(() -> ((Button) console.node(button)).fire());
    }

    private List<String> words(String id) {
        return Fx.call(() -> console.node(id).lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Labeled) node).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }
}
