package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.Frame;
import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Traffic;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class DiagnosticsDrawerTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final FleetStore store = new FleetStore(rig.clock);
    private Traffic traffic = Traffic.NONE;
    private final Diagnostics diagnostics = new Diagnostics(() -> traffic);
    private final FleetFeed feed = new FleetFeed(service, store, new Permissions(), diagnostics, rig.runtime(), FeedSettings.STANDARD.waitingFor(Duration.ZERO));
    private DiagnosticsDrawer drawer;
    private Scene scene;
    private Theme theme;

    @Test
    void theDrawerShowsTheFiguresOfAStormyHourAndEscapeClosesIt() {
        for (int i = 0; i < 12; i++) {
            service.put(Engines.running("gpu-" + i).build());
        }
        service.failures.put("stream id-gpu-3", new ApiFailure.Forbidden(Optional.of("engines:read"), "forbidden", ""));
        feed.start();
        rig.pass(Duration.ofSeconds(2));
        for (int i = 0; i < 40; i++) {
            service.stream("id-gpu-1").send(Engines.running("gpu-1").version("v" + i).build());
        }
        service.stream("id-gpu-2").send(new Frame.Unreadable("not JSON"));
        service.stream("id-gpu-5").fail(FakeService.LOST);
        traffic = new Traffic(1042, 3, 1, 11, 12_345_678, new Traffic.Latency(256, Duration.ofMillis(21), Duration.ofMillis(80), Duration.ofMillis(400)),
                Optional.of(Duration.ofSeconds(90)));
        rig.pass(Duration.ofSeconds(4));
        open(900, 700);

        Fx.run(() -> drawer.button().requestFocus());
        Keys.push(KeyCode.SPACE);
        picture("storm");
        assertThat(text("frames")).startsWith("40 · ");
        assertThat(text("refused")).startsWith("1, the last: ");
        assertThat(text("skew")).isEqualTo("90 s behind the service's");
        Keys.push(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> drawer.flyout().openProperty().get())).isFalse();
        assertThat(Fx.call(() -> drawer.button().isFocused())).isTrue();
        feed.close();
        rig.settle();
    }

    @Test
    void beforeTheFirstAnswerNothingIsInvented() {
        open(900, 700);
        Fx.run(() -> drawer.toggle());
        Fx.settle();
        picture("new");
        assertThat(text("latency")).isEqualTo("—");
        assertThat(text("skew")).isEqualTo("—");
    }

    private void open(int width, int height) {
        Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        Fx.run(() -> {
            drawer = new DiagnosticsDrawer(diagnostics, store, ProfileKind.PRODUCTION, words, new ViewLoader(words.bundle()));
            HBox status = new HBox((Button) drawer.button());
            status.setAlignment(Pos.BOTTOM_RIGHT);
            StackPane window = new StackPane(status, drawer.flyout());
            window.getStylesheets().add(ShellView.class.getResource("shell.css").toExternalForm());
            scene = new Scene(window, width, height);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    private String text(String id) {
        return Fx.call(() -> ((Label) scene.lookup("#diagnostics-" + id)).getText());
    }

    private void picture(String state) {
        Screens.saveAll(scene, theme, "diagnostics-drawer", state);
    }
}
