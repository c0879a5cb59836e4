package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.ManualClock;

class WakeWatchTest {
    private final FeedRig rig = new FeedRig();
    private final AtomicInteger woken = new AtomicInteger();
    private volatile Set<String> addresses = Set.of("eth0 192.0.2.1");
    private volatile boolean unreadable;
    private final WakeWatch watch = new WakeWatch(rig.runtime(), () -> {
        if (unreadable) {
            throw new IOException("no");
        }
        return addresses;
    }, woken::incrementAndGet);

    private void start() {
        watch.start();
        rig.pass(Duration.ofMinutes(1));
        assertThat(woken).hasValue(0);
    }

    @Test
    void aJumpOfTheClockIsAWake() {
        start();
        rig.clock.advance(Duration.ofMinutes(10));
        rig.pass(Duration.ofSeconds(2));
        assertThat(woken).hasPositiveValue();
    }

    @Test
    void aClockSetBackIsAWake() {
        ManualClock wall = new ManualClock();
        WakeWatch other = new WakeWatch(new FeedRuntime(rig.tasks(), rig.scheduler, wall, new Random(1)), () -> addresses, woken::incrementAndGet);
        other.start();
        wall.advance(Duration.ofMinutes(-10));
        rig.pass(Duration.ofSeconds(2));
        assertThat(woken).hasValue(1);
    }

    @Test
    void anotherNetworkIsAWakeWithinTwoSecondsAndALostOneIsNot() {
        start();
        addresses = Set.of();
        rig.pass(Duration.ofSeconds(4));
        assertThat(woken).hasValue(0);

        addresses = Set.of("wlan0 198.51.100.7");
        rig.pass(Duration.ofSeconds(2));
        assertThat(woken).hasValue(1);
    }

    @Test
    void addressesThatCannotBeReadAreTriedAgain() {
        start();
        unreadable = true;
        rig.pass(Duration.ofSeconds(4));
        unreadable = false;
        addresses = Set.of("wlan0 198.51.100.7");
        rig.pass(Duration.ofSeconds(2));
        assertThat(woken).hasValue(1);
    }

    @Test
    void theFxThreadIsLeftAloneUntilSomethingChanged() {
        List<Runnable> fx = new ArrayList<>();
        FeedRuntime runtime = new FeedRuntime(new TaskRunner(Runnable::run, fx::add), rig.scheduler, rig.clock, new Random(1));
        new WakeWatch(runtime, () -> addresses, woken::incrementAndGet).start();
        rig.pass(Duration.ofMinutes(1));
        assertThat(fx).isEmpty();

        addresses = Set.of("wlan0 198.51.100.7");
        rig.pass(Duration.ofSeconds(2));
        assertThat(fx).hasSize(1);
        assertThat(woken).hasValue(0);
        fx.getFirst().run();
        assertThat(woken).hasValue(1);
    }

    @Test
    void aLookThatTakesLongerThanTwoSecondsIsNotJoinedByAnother() {
        List<Runnable> due = new ArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        FeedRuntime runtime = new FeedRuntime(new TaskRunner(due::add, Runnable::run), rig.scheduler, rig.clock, new Random(1));
        new WakeWatch(runtime, () -> {
            if (looks.incrementAndGet() == 1) {
                due.getLast().run();
            }
            return addresses;
        }, woken::incrementAndGet).start();
        rig.pass(Duration.ofSeconds(2));
        assertThat(due).hasSize(2);
        due.getFirst().run();
        assertThat(looks).hasValue(1);
        due.getLast().run();
        assertThat(looks).hasValue(2);
    }

    @Test
    void timeThatPassedBeforeTheStartIsNoWake() {
        rig.clock.advance(Duration.ofMinutes(10));
        start();
    }

    @Test
    void thisComputersAddressesCanBeRead() throws Exception {
        assertThat(new NetworkAddresses().call()).noneMatch(address -> address.contains("127.0.0.1"));
    }
}
