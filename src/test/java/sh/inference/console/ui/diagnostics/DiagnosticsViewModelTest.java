package sh.inference.console.ui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.Frame;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Traffic;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FeedSettings;
import sh.inference.console.state.FleetFeed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FakeStream;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class DiagnosticsViewModelTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final FleetStore store = new FleetStore(rig.clock);
    private Traffic traffic = Traffic.NONE;
    private final Diagnostics diagnostics = new Diagnostics(() -> traffic);
    private final DiagnosticsViewModel model = new DiagnosticsViewModel(diagnostics, store, ProfileKind.SANDBOX, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
    private final FleetFeed feed = new FleetFeed(service, store, new Permissions(), diagnostics, rig.runtime(),
            FeedSettings.STANDARD.waitingFor(Duration.ZERO));

    @Test
    void whatTheStreamsBroughtIsCountedWithItsRate() {
        begin();
        FakeStream stream = service.stream("id-a");
        for (int i = 0; i < 20; i++) {
            stream.send(Engines.running("a").version("v" + i).build());
        }
        stream.send(new Frame.Heartbeat());
        stream.send(new Frame.Other("chats"));
        stream.send(new Frame.Unreadable("not JSON"));
        rig.pass(Duration.ofSeconds(4));
        assertThat(value("frames")).isEqualTo("20 · 5 a second");
        assertThat(value("heartbeats")).isEqualTo("1");
        assertThat(value("others")).isEqualTo("1");
        assertThat(figure("skipped")).extracting(Figure::value, Figure::alarm).containsExactly("1, the last: not JSON", true);
        assertThat(value("rows-engine")).isEqualTo("1");
        assertThat(value("lists")).isEqualTo("1");
    }

    @Test
    void aServiceThatOnlyLivesOnIsCountedMoreSeldomAndNewsAtOnce() {
        begin();
        rig.pass(Duration.ofSeconds(20));
        AtomicInteger shown = new AtomicInteger();
        diagnostics.countsProperty().subscribe((before, now) -> shown.incrementAndGet());
        for (int i = 0; i < 10; i++) {
            service.stream("id-a").send(new Frame.Heartbeat());
            traffic = new Traffic(1, 0, 0, 1, 100 * i, Traffic.Latency.NONE, Optional.empty());
            rig.pass(Duration.ofSeconds(2));
        }
        assertThat(shown.get()).isBetween(3, 5);
        assertThat(Integer.parseInt(value("heartbeats"))).isGreaterThanOrEqualTo(8);

        service.stream("id-a").send(Engines.running("a").version("next").build());
        rig.pass(Duration.ofSeconds(1));
        assertThat(value("frames")).startsWith("1 ");
    }

    @Test
    void theWireIsShownWithItsLatenciesAndTheClock() {
        traffic = new Traffic(1042, 3, 1, 2, 12_345_678, new Traffic.Latency(256, Duration.ofMillis(21), Duration.ofMillis(80), Duration.ofMillis(400)),
                Optional.of(Duration.ofSeconds(90)));
        begin();
        assertThat(value("requests")).isEqualTo("1,042");
        assertThat(figure("failures").alarm()).isTrue();
        assertThat(value("latency")).isEqualTo("median 21 ms · p95 80 ms · longest 400 ms, of 256");
        assertThat(value("bytes")).startsWith("12.3 MB");
        assertThat(figure("skew")).extracting(Figure::value, Figure::alarm).containsExactly("90 s behind the service's", true);
        assertThat(model.text()).startsWith("# SANDBOX\n").contains("Wire\n  Requests: 1,042\n");
    }

    @Test
    void nothingIsPutIntoWordsWhileNobodyLooks() {
        begin();
        model.setShown(false);
        List<FigureGroup> before = model.groupsProperty().get();
        rig.pass(Duration.ofSeconds(3));
        assertThat(model.groupsProperty().get()).isSameAs(before);
    }

    private void begin() {
        service.put(Engines.running("a").build());
        model.setShown(true);
        feed.start();
        rig.pass(Duration.ofSeconds(1));
        assertThat(store.entries().values()).extracting(entry -> entry.feed()).containsAnyOf(Feed.ENGINE, Feed.POLL);
    }

    private String value(String id) {
        return figure(id).value();
    }

    private Figure figure(String id) {
        return model.groupsProperty().get().stream().flatMap(group -> group.figures().stream()).filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
    }
}
