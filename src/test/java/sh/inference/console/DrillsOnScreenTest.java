package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.OtherOperator;
import sh.inference.console.ui.shell.ShellViewModel;

/**
 * While a drill spoils what the console hears, no row shows as live what has not been true of late; and when the drill has ended the
 * grid says what is true. The sandbox's time is moved by hand, so that it also stands still to be compared with.
 */
@ExtendWith(FxExtension.class)
class DrillsOnScreenTest {
    /** Who waits half a minute in the field waits a second here. */
    private static final Duration SILENCE = Duration.ofSeconds(1);
    /** How long a row may be behind the truth and look live: the silence that is borne, and what a busy machine needs to say so. */
    private static final Duration BEHIND = SILENCE.plusSeconds(3);
    /** Longer than a key lives that is about to expire. */
    private static final Duration LONG = Duration.ofSeconds(12);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Set<Drill> ON_THE_WIRE = Set.of(Drill.LOST_HEARTBEAT, Drill.DROPPED_STREAMS, Drill.HALF_CUT_STREAMS, Drill.DUPLICATE_FRAMES,
            Drill.STALE_FRAMES, Drill.GARBAGE_FRAMES, Drill.UNKNOWN_EVENTS, Drill.UPDATE_EVENTS, Drill.UNKNOWN_STATUS, Drill.UNREADABLE_RECORDS, Drill.ENGINE_DELETED, Drill.ENGINE_ADDED);
    @TempDir
    private Path folder;
    private final ManualClock time = new ManualClock(Clock.systemUTC().instant());
    private SandboxServer sandbox;
    private OtherOperator other;
    private OpenConsole console;
    private HonestGrid grid;

    /** A stream for each engine, or one for all. */
    private enum Carrier {
        EACH(64), ALL(8);

        private final int streams;

        Carrier(int streams) {
            this.streams = streams;
        }

        FeedSettings patience() {
            return new FeedSettings(streams, 4, 100, SILENCE, SILENCE.multipliedBy(2), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(16));
        }
    }

    static List<Arguments> drills() {
        List<Arguments> rows = new ArrayList<>();
        for (Drill drill : Drill.values()) {
            rows.add(Arguments.of(drill, Carrier.EACH));
            if (ON_THE_WIRE.contains(drill) || drill == Drill.NO_EVENTS) {
                rows.add(Arguments.of(drill, Carrier.ALL));
            }
        }
        return rows;
    }

    private void open(Carrier carrier) throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(time).withHeartbeat(Duration.ofMillis(200)).byHand());
        other = new OtherOperator(sandbox);
        ProfileSettings usual = ProfileSettings.of(ProfileKind.DEVELOPMENT);
        SavedProfile profile = new SavedProfile("p", new ConnectionProfile("drilled", sandbox.url(), ProfileKind.DEVELOPMENT),
                new ProfileSettings(usual.writes(), usual.proxy(), "", usual.connectTimeout(), usual.replyTimeout(), Duration.ofSeconds(1), true, true));
        ConfigFolder config = ConfigFolder.under(folder);
        Session alone = Fx.call(() -> Session.alone(profile.place(), new ApiKey(sandbox.key()), config, Clock.systemUTC()));
        Session session = Session.of(profile, new ApiKey(sandbox.key()), config, alone.journal(), alone.profiles());
        console = new OpenConsole(() -> new Wiring(new Workspace(session, carrier.patience())), 1440, 1000);
        console.awaitLive(24);
        grid = new HonestGrid(console, other);
    }

    @AfterEach
    void close() {
        console.close();
        other.close();
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("drills")
    void noRowClaimsToBeLiveThatIsNot(Drill drill, Carrier carrier) throws IOException {
        open(carrier);
        Fx.await("the truth before", 10, grid::isTrue);
        sandbox.turn(drill, true);
        Fx.run(() -> console.wiring().shell().readNow());
        act(drill);
        live(drill, 25);
        time.advance(LONG);
        live(drill, 5);
        Fx.await("nothing untrue that looks live: " + grid, 15, () -> grid.untrue(Duration.ZERO).isEmpty());
        whileItIsOn(drill);

        sandbox.turn(drill, false);
        if (drill == Drill.EXPIRED_KEY) {
            // A key that was refused is not tried again by itself.
            Fx.run(() -> console.wiring().shell().readNow());
        }
        live(drill, 5);
        Fx.await("the truth again: " + grid, 15, grid::isTrue);
    }

    /** Lets the sandbox live on, and looks at every step whether what looks live was true of late. */
    private void live(Drill drill, int steps) {
        for (int step = 0; step < steps; step++) {
            // What stood still meanwhile was true all the time.
            grid.note(drill == Drill.UNKNOWN_STATUS);
            time.advance(STEP);
            sandbox.tick();
            grid.note(drill == Drill.UNKNOWN_STATUS);
            // A step can end one task and begin the next: what a row shows between the two was true as well, but never taken down.
            if (!Fx.call(() -> grid.untrue(BEHIND).isEmpty())) {
                Fx.await("no row that looks live and is not, " + drill + ": " + grid, 3, () -> grid.untrue(BEHIND).isEmpty());
            }
        }
    }

    /** What the operator does meanwhile, where the drill is about that. */
    private void act(Drill drill) {
        switch (drill) {
            case STUCK_DRAIN, IGNORED_ACTIONS, FORBIDDEN, HALF_FAILING_BULK, RESET_CONNECTIONS -> ask("engine-drain", "gpu-lon-03");
            case LOST_EXTEND_REPLY -> ask("engine-extend", "h100-west-2");
            case PROMOTE_RACE, PROMOTE_IGNORED -> promote();
            default -> { }
        }
    }

    private void whileItIsOn(Drill drill) {
        switch (drill) {
            case LOST_HEARTBEAT, EXPIRED_KEY -> {
                Fx.await("a banner above dimmed rows", 10, () -> console.isShown("banner") && grid.isDimmed());
                console.picture("engines", "stale-" + drill.word());
            }
            case UNKNOWN_STATUS -> Fx.await("the word as it came, and nothing counted as running", 10, () -> grid.words("status").contains("“throttled”")
                    && grid.words("status").stream().noneMatch("Running"::equals) && console.wiring().root().lookup("#engines-chip-running") == null);
            case UNREADABLE_RECORDS -> Fx.await("two rows that say so", 10, () -> grid.words("status").stream().filter("Unreadable"::equals).count() == 2
                    && console.table("engines-table").getItems().size() == 24);
            case IGNORED_ACTIONS -> assertThat(console.status("gpu-lon-03").name()).isEqualTo("RUNNING");
            case STUCK_DRAIN -> Fx.await("draining", 10, () -> console.status("gpu-lon-03").name().equals("DRAINING"));
            case ENGINE_OFFLINE -> Fx.await("disconnected", 10, () -> grid.words("status").contains("Disconnected"));
            case ENGINE_DELETED -> assertThat(console.table("engines-table").getItems()).hasSize(23);
            case ENGINE_ADDED -> assertThat(console.table("engines-table").getItems()).hasSize(25);
            default -> { }
        }
    }

    /** Opens the dialog as its key does and confirms; whatever comes of it. */
    private void ask(String action, String engine) {
        Fx.run(() -> console.wiring().openEngine(console.entry(engine).engine().id()));
        Fx.await(action, 15, () -> console.wiring().actions().find(action).orElseThrow().whyNot().get().isEmpty());
        Fx.run(() -> console.wiring().actions().run(action));
        Fx.await("a dialog that can be confirmed", 15, () -> console.isShown("confirm-dialog") && !console.node("confirm-ok").isDisabled());
        Fx.run(() -> ((Button) console.node("confirm-ok")).fire());
        Fx.await("an answer, or none", 15, () -> console.find("confirm-dialog").isEmpty() || console.isShown("confirm-problem"));
        if (Fx.call(() -> console.find("confirm-dialog").isPresent())) {
            Fx.run(() -> ((Button) console.node("confirm-cancel")).fire());
        }
        Fx.run(() -> console.wiring().shell().go(ShellViewModel.Page.ENGINES));
        assertThat(((Labeled) console.node("status-line")).getText()).isNotNull();
    }

    private void promote() {
        var app = other.get("/apps/lumen/flux-portrait");
        var versions = other.get("/apps/" + app.path("id").asText() + "/versions").path("items");
        for (var version : versions) {
            if (!version.path("id").equals(app.path("version_id"))) {
                other.promote(app.path("id").asText(), version.path("id").asText());
                return;
            }
        }
    }
}
