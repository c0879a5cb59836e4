package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.model.Text;
import sh.inference.console.profile.WriteLock.State;
import sh.inference.console.profile.WritePolicy.Start;
import sh.inference.console.testing.ManualClock;

class WriteLockTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @EnumSource(ProfileKind.class)
    void productionStartsLockedAndEverythingElseOpen(ProfileKind kind) {
        WriteLock lock = new WriteLock(WritePolicy.of(kind), clock);
        assertThat(lock.isOpen()).isEqualTo(kind != ProfileKind.PRODUCTION);
        assertThat(lock.reason().map(Text::key)).isEqualTo(kind == ProfileKind.PRODUCTION ? java.util.Optional.of("why.locked") : java.util.Optional.empty());
    }

    @Test
    void noPolicyMakesProductionSimplyOpen() {
        assertThat(new WritePolicy(Start.OPEN, QUARTER).atLeastOf(ProfileKind.PRODUCTION).start()).isEqualTo(Start.LOCKED);
        assertThat(new WritePolicy(Start.READ_ONLY, QUARTER).atLeastOf(ProfileKind.PRODUCTION).start()).isEqualTo(Start.READ_ONLY);
        assertThat(new WritePolicy(Start.OPEN, QUARTER).atLeastOf(ProfileKind.STAGING).start()).isEqualTo(Start.OPEN);
    }

    @Test
    void unlockingEndsByItselfToTheMoment() {
        WriteLock lock = locked();
        lock.unlock();
        assertThat(lock.left()).contains(QUARTER);
        clock.advance(QUARTER.minusMillis(1));
        assertThat(lock.isOpen()).isTrue();
        assertThat(lock.left()).contains(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        // Nobody has ticked: the screen may still say open, but nothing passes.
        assertThat(lock.stateProperty().get()).isEqualTo(State.UNLOCKED);
        assertThat(lock.isOpen()).isFalse();
        assertThat(lock.left()).isEmpty();
        lock.tick();
        assertThat(lock.stateProperty().get()).isEqualTo(State.LOCKED);
    }

    @Test
    void unlockingAnewStartsTheTimeAnew() {
        WriteLock lock = locked();
        lock.unlock();
        clock.advance(Duration.ofMinutes(14));
        lock.unlock();
        assertThat(lock.left()).contains(QUARTER);
    }

    @Test
    void lockingIsAtOnce() {
        for (Start start : List.of(Start.OPEN, Start.LOCKED)) {
            WriteLock lock = new WriteLock(new WritePolicy(start, QUARTER), clock);
            lock.unlock();
            lock.lock();
            assertThat(lock.isOpen()).isFalse();
            assertThat(lock.stateProperty().get()).isEqualTo(State.LOCKED);
        }
    }

    @Test
    void aClockThatIsSetBackClosesTheLockAndItStaysClosed() {
        WriteLock lock = locked();
        lock.unlock();
        clock.advance(Duration.ofMinutes(-1));
        assertThat(lock.isOpen()).isFalse();
        lock.tick();
        clock.advance(Duration.ofMinutes(5));
        assertThat(lock.isOpen()).isFalse();
    }

    @Test
    void whoeverLooksIsToldOfEveryChange() {
        WriteLock lock = locked();
        List<State> seen = new ArrayList<>();
        lock.stateProperty().subscribe(state -> seen.add(state));
        lock.unlock();
        clock.advance(QUARTER);
        lock.tick();
        lock.unlock();
        lock.lock();
        assertThat(seen).containsExactly(State.LOCKED, State.UNLOCKED, State.LOCKED, State.UNLOCKED, State.LOCKED);
    }

    @Test
    void nothingOpensAReadOnlyProfile() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            WriteLock lock = new WriteLock(new WritePolicy(Start.READ_ONLY, QUARTER), clock);
            for (int i = 0; i < 20; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> lock.unlock();
                    case 1 -> lock.lock();
                    case 2 -> lock.tick();
                    default -> clock.advance(Duration.ofSeconds(random.nextInt(-1000, 1000)));
                }
                assertThat(lock.isOpen()).as("seed %s step %s", seed, i).isFalse();
                assertThat(lock.reason().map(Text::key)).contains("why.read-only");
                assertThat(lock.stateProperty().get()).isEqualTo(State.READ_ONLY);
            }
        }
    }

    @Test
    void aTimeWithoutSenseIsRefused() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(1))) {
            assertThatThrownBy(() -> new WritePolicy(Start.LOCKED, time)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private WriteLock locked() {
        return new WriteLock(WritePolicy.of(ProfileKind.PRODUCTION), clock);
    }
}
