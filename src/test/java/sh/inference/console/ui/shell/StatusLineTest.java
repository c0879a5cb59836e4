package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Traffic;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** What the status bar says of a feed at work. */
class StatusLineTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final Ticker ticker = new Ticker(rig.clock);
    private final FleetStore fleet = new FleetStore(rig.clock);
    private Optional<Duration> ahead = Optional.empty();
    private final Diagnostics diagnostics = new Diagnostics(() -> new Traffic(0, 0, 0, 0, 0, Traffic.Latency.NONE, ahead));
    private final FleetFeed feed = new FleetFeed(service, fleet, new Permissions(), diagnostics, rig.runtime(), FeedSettings.STANDARD.waitingFor(Duration.ZERO));
    private final ShellViewModel model = new ShellViewModel(fleet, new AppsStore(), new OperationLog(),
            new ConnectionProfile("prod-eu", URI.create("https://api.inference.sh"), ProfileKind.PRODUCTION),
            new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), ticker, diagnostics, () -> { });

    @AfterEach
    void close() {
        feed.close();
        rig.settle();
    }

    @Test
    void itSaysHowLongAgoTheListWasReadAndHowMuchWasOtherwise() {
        service.put(Engines.running("a").build());
        feed.start();
        pass(3);
        assertThat(model.lineProperty().get()).matches("Connected \u00b7 one stream per engine \u00b7 listed \\d s ago");

        service.put(Engines.in("a", EngineStatus.STOPPED).updatedAt(Engines.NOW.plusSeconds(5)).build());
        pass(70);
        assertThat(model.lineProperty().get()).matches("Connected \u00b7 one stream per engine \u00b7 re-listed \\d+ s ago, 1 difference");

        pass(60);
        assertThat(model.lineProperty().get()).endsWith("0 differences");
    }

    @Test
    void theServicesClockIsComparedOnceItIsKnown() {
        feed.start();
        pass(1);
        assertThat(model.skewProperty().get()).isEmpty();
        ahead = Optional.of(Duration.ofMillis(90_400));
        pass(1);
        assertThat(model.skewProperty().get()).isEqualTo("Server clock +90 s");
        ahead = Optional.of(Duration.ofMillis(-400));
        pass(1);
        assertThat(model.skewProperty().get()).as("a clock that agrees needs no words").isEmpty();
        ahead = Optional.of(Duration.ofSeconds(-7));
        pass(1);
        assertThat(model.skewProperty().get()).isEqualTo("Server clock \u22127 s");
    }

    private void pass(int seconds) {
        for (int s = 0; s < seconds; s++) {
            rig.pass(Duration.ofSeconds(1));
            if (s % 10 == 0 && service.stream("id-a") != null && service.stream("id-a").isOpen()) {
                service.stream("id-a").beat();
            }
            ticker.tick();
        }
    }
}
