package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

/** Three engines behind a service that does as it is told, and the feed that follows them. */
final class SmallFleet {
    final FeedRig rig = new FeedRig();
    final FakeService service = new FakeService(rig);
    final FleetStore store = new FleetStore(rig.clock);
    final Permissions permissions = new Permissions();
    final Diagnostics diagnostics = new Diagnostics();
    final FleetFeed feed = new FleetFeed(service, store, permissions, diagnostics, rig.runtime(), FeedSettings.STANDARD.waitingFor(Duration.ZERO));

    SmallFleet() {
        service.put(Engines.running("a").idle(2).build());
        service.put(Engines.running("b").busy(1).build());
        service.put(Engines.running("c").cloud().build());
    }

    void start() {
        feed.start();
        rig.settle();
    }

    /** Lets time pass in which every open stream sends its heartbeat. */
    void beatAll(Duration time) {
        for (long s = 0; s < time.toSeconds(); s += 10) {
            rig.pass(Duration.ofSeconds(10));
            store.entries().keySet().stream().map(service::stream).filter(stream -> stream != null && stream.isOpen()).toList().forEach(stream -> stream.beat());
        }
    }

    Freshness freshness() {
        return store.connection().freshness();
    }

    /** Ends the feed; no stream may outlive it. */
    void close() {
        feed.close();
        rig.settle();
        assertThat(service.openStreams()).isZero();
    }
}
