package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.OtherOperator;
import sh.inference.console.ui.apps.AppRow;
import sh.inference.console.ui.versions.VersionRow;

/** Moving the current version of an app with the pointer, against the sandbox over a real socket. */
@Tag("journey")
@ExtendWith(FxExtension.class)
class AppsJourneyTest {
    private static final String APP = "video-interp";
    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private OtherOperator other;
    private OpenConsole console;
    private JsonNode app;

    @AfterEach
    void close() {
        console.close();
        other.close();
        sandbox.close();
    }

    @Test
    void aNewerVersionIsComparedMadeCurrentAndTakenBackWithOneKey() throws IOException {
        open(false);
        openApp();
        String before = current();
        chooseNewer();
        Hand.MOUSE.press(console, "version-compare");
        Fx.await("the comparison", 10, () -> console.find("compare-changes").filter(list -> !((javafx.scene.control.ListView<?>) list).getItems().isEmpty()).isPresent());
        console.picture("apps", "compared");
        Fx.run(() -> assertThat(console.wiring().actions().choose(Map.of("version-promote", List.of("Alt+M")), true)).isEmpty());
        Keys.push(KeyCode.ALT, KeyCode.P);
        assertThat(console.isShown("confirm-ok")).as("the key that was given away").isFalse();
        Keys.push(KeyCode.ALT, KeyCode.M);
        Fx.await("the dialog", 5, () -> console.isShown("confirm-ok"));
        console.picture("apps", "promote-docked");
        Hand.MOUSE.press(console, "confirm-ok");
        Fx.await("the move", 15, () -> !current().equals(before));
        Hand.MOUSE.press(console, "compare-back");
        Fx.await("the way back", 15, () -> console.isShown("undo-back"));
        console.picture("apps", "promoted");
        Keys.push(KeyCode.ALT, KeyCode.Z);
        Fx.await("the dialog of the roll back", 5, () -> console.isShown("confirm-ok"));
        assertThat(console.text("confirm-ok")).isEqualTo("Roll back to " + before.substring(0, 8));
        assertThat(current()).as("nothing is written by the key itself").isNotEqualTo(before);
        Hand.MOUSE.press(console, "confirm-ok");
        Fx.await("the move back", 15, () -> current().equals(before));
    }

    @Test
    void nothingIsSentAndBothAreNamedWhenSomebodyElseWasFaster() throws IOException {
        open(false);
        openApp();
        String before = current();
        chooseNewer();
        Hand.MOUSE.press(console, "version-promote");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-ok"));
        String theirs = id(0).equals(before) ? id(1) : older(before);
        other.promote(app.path("id").asText(), theirs);
        // Whether the feed was faster than the finger or not: it goes nowhere.
        Fx.run(() -> ((javafx.scene.control.Button) console.node("confirm-ok")).fire());
        Fx.await("what is said", 15, () -> console.isShown("confirm-obstacle"));
        assertThat(console.text("confirm-obstacle")).isEqualTo("Nothing was sent: " + before.substring(0, 8) + " was current when this opened, now it is " + theirs.substring(0, 8) + ".");
        assertThat(other.writes()).hasSize(1);
        console.picture("apps", "race");
    }

    @Test
    void aPromotionThatIsIgnoredIsAnAlarm() throws IOException {
        open(false);
        sandbox.turn(Drill.PROMOTE_IGNORED, true);
        openApp();
        chooseNewer();
        Hand.MOUSE.press(console, "version-promote");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-ok"));
        Hand.MOUSE.press(console, "confirm-ok");
        Fx.await("the dialog gone", 10, () -> !console.isShown("confirm-ok"));
        Hand.MOUSE.press(console, "notices-bell");
        Fx.await("the alarm among the notices", 15, () -> robot.lookup(node -> node instanceof javafx.scene.control.Labeled label
                && String.valueOf(label.getText()).contains("accepted, and not done. Ignored: ")).tryQuery().isPresent());
        console.picture("apps", "ignored");
        Keys.push(KeyCode.ESCAPE);
        Hand.MOUSE.press(console, "nav-operations");
        Fx.await("the alarm", 15, () -> robot.lookup(node -> node instanceof javafx.scene.control.Labeled label && String.valueOf(label.getText()).startsWith("Ignored: ")
                || node instanceof javafx.scene.text.Text text && text.getText().startsWith("Ignored: ")).tryQuery().isPresent());
        console.picture("operations", "ignored");
    }

    @Test
    void aKeyThatMayOnlyReadIsRefusedOnceAndThenEveryWayToChangeIsClosedWithTheReason() throws IOException {
        open(false, true);
        openApp();
        String before = current();
        chooseNewer();
        Hand.MOUSE.press(console, "version-promote");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-ok"));
        Hand.MOUSE.press(console, "confirm-ok");
        Fx.await("the refusal in the dialog", 15, () -> console.isShown("confirm-problem"));
        console.picture("apps", "read-only");
        Hand.MOUSE.press(console, "confirm-cancel");

        Fx.await("promoting is off", 10, () -> console.node("version-promote").isDisabled() && console.node("version-roll-back").isDisabled());
        assertThat(console.text("versions-obstacles")).contains("apps:write");
        Hand.MOUSE.press(console, "version-compare");
        Fx.await("the comparison, which may be read", 10, () -> console.isShown("compare-back"));
        assertThat(Fx.call(() -> console.wiring().actions().find("version-promote").orElseThrow().whyNot().get())).isPresent();
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void anIncidentTakesThreeClicksAndTheConfirmation() throws IOException {
        open(true);
        String good = older(current());
        Hand.MOUSE.press(console, "nav-apps");
        Hand.MOUSE.choose(console, "apps-list", row -> row instanceof AppRow one && one.line().name().equals(APP));
        Hand.MOUSE.press(console, "version-roll-back");
        Fx.await("the dialog", 10, () -> console.isShown("confirm-ok"));
        assertThat(console.text("confirm-ok")).isEqualTo("Roll back to " + good.substring(0, 8));
        console.picture("apps", "roll-back");
        Hand.MOUSE.press(console, "confirm-ok");
        Fx.await("the move", 15, () -> current().equals(good));
        // Step by step the strip tells what is true in the sandbox.
        for (int n = 0; n < 3; n++) {
            Fx.await("the adoption as it is in truth", 20, () -> shownHolders() == other.holding(app.path("id").asText(), good));
        }
    }

    private long shownHolders() {
        if (!console.isShown("adoption")) {
            return 0;
        }
        String words = console.text("adoption-holding");
        return Long.parseLong(words.substring(0, words.indexOf(' ')));
    }

    private void openApp() {
        Hand.MOUSE.press(console, "nav-apps");
        Hand.MOUSE.choose(console, "apps-list", row -> row instanceof AppRow one && one.line().name().equals(APP));
        Fx.await("its versions", 15, () -> console.indexOf("versions-table", this::isNewer) >= 0);
    }

    private void chooseNewer() {
        Hand.MOUSE.choose(console, "versions-table", this::isNewer);
    }

    private boolean isNewer(Object row) {
        return row instanceof VersionRow version && version.line().badge() == VersionBadge.NEWER_NEVER_CURRENT;
    }

    private String current() {
        return other.get("/apps/" + app.path("id").asText()).path("version_id").asText();
    }

    private String id(int index) {
        return other.get("/apps/" + app.path("id").asText() + "/versions").path("items").path(index).path("id").asText();
    }

    private String older(String current) {
        String last = "";
        for (JsonNode version : other.get("/apps/" + app.path("id").asText() + "/versions").path("items")) {
            last = version.path("id").asText().equals(current) ? last : version.path("id").asText();
        }
        return last;
    }

    /** @param history whether the journal saw an older version current for an hour, until just now */
    private void open(boolean history) throws IOException {
        open(history, false);
    }

    private void open(boolean history, boolean readOnly) throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        other = new OtherOperator(sandbox);
        app = other.get("/apps/lumen/" + APP);
        ConnectionProfile profile = new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX);
        if (history) {
            Journal journal = new Journal(ConfigFolder.under(folder).journal(), "ada");
            Instant now = Instant.now();
            journal.append(List.of(sighting(profile, now.minusSeconds(7200)), sighting(profile, now.minusSeconds(3600))));
        }
        console = new OpenConsole(profile, readOnly ? sandbox.readOnlyKey() : sandbox.key(), folder, 1280, 800);
        console.awaitLive(24);
    }

    private JournalEntry sighting(ConnectionProfile profile, Instant at) {
        return new JournalEntry(JournalEntry.Kind.SIGHTING, at, "ada", profile.name(), profile.host(), "", "", app.path("id").asText(), "", "", older(app.path("version_id").asText()),
                Optional.empty(), 0, Optional.of(Text.of("journal.seen")), List.of());
    }
}
