package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.Feed;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class DeadlineGuardTest {
    private final ManualClock clock = new ManualClock();
    private final FleetStore fleet = new FleetStore(clock);
    private final Notices notices = new Notices(clock);
    private final DeadlineGuard guard = new DeadlineGuard(fleet, notices);

    @BeforeEach
    void live() {
        fleet.setConnection(Situations.connection(new Freshness.Live()));
        fleet.replaceAll(List.of(Engines.running("e").endsIn(Duration.ofMinutes(90)).build(), Engines.running("own").build()), Feed.POLL);
    }

    private void after(Duration passed) {
        clock.advance(passed);
        guard.tick(clock.instant());
    }

    private List<String> living() {
        return notices.all().stream().filter(Notice::isLiving).map(notice -> notice.level() + " " + Plans.words(notice.text())).toList();
    }

    @Test
    void warnsAnHourAQuarterAndFiveMinutesBeforeAndThenThatItShouldBeGone() {
        after(Duration.ofMinutes(29));
        assertThat(living()).isEmpty();
        after(Duration.ofMinutes(1));
        assertThat(living()).singleElement().asString().startsWith("INFO e deletes itself within 1 h");
        notices.markRead();
        after(Duration.ofMinutes(45));
        assertThat(living()).singleElement().asString().startsWith("WARNING e deletes itself within 15 min");
        assertThat(notices.unreadProperty().get()).as("worse is news again").isEqualTo(1);
        after(Duration.ofMinutes(10));
        assertThat(living()).singleElement().asString().startsWith("ERROR e deletes itself within 5 min");
        after(Duration.ofMinutes(11));
        assertThat(living()).containsExactly("ERROR e should have ended 6 min ago and is still there. It still bills.");
    }

    @Test
    void anExtensionOrTheEndOfTheMachineEndsTheWarning() {
        after(Duration.ofMinutes(80));
        assertThat(living()).hasSize(1);
        fleet.read(Engines.running("e").endsIn(Duration.ofHours(9)).build(), Feed.POLL);
        after(Duration.ZERO);
        assertThat(living()).isEmpty();
        fleet.read(Engines.running("e").endsIn(Duration.ofMinutes(82)).build(), Feed.POLL);
        after(Duration.ZERO);
        fleet.read(Engines.running("e").instance(InstanceStatus.DELETED).build(), Feed.POLL);
        after(Duration.ZERO);
        assertThat(living()).isEmpty();
    }

    @Test
    void oldDataWarnOfNothing() {
        fleet.setConnection(Situations.connection(new Freshness.CatchingUp()));
        after(Duration.ofMinutes(100));
        assertThat(living()).isEmpty();
    }
}
