package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.util.Subscription;

import org.junit.jupiter.api.Test;

import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ManualScheduler;

class SecondHandTest {
    private final ManualClock clock = new ManualClock();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final Ticker ticker = new Ticker(clock);
    private boolean still;
    private final SecondHand hand = new SecondHand(ticker, scheduler, Runnable::run, () -> still);

    @Test
    void movesOnceASecondUntilItIsStopped() {
        Instant start = ticker.now();
        hand.start();
        hand.start();
        scheduler.advance(Duration.ofMillis(2_500));
        assertThat(ticker.now()).isEqualTo(start.plusSeconds(2));

        hand.stop();
        scheduler.advance(Duration.ofSeconds(5));
        assertThat(ticker.now()).as("nobody reads the clock any more").isEqualTo(start.plusSeconds(2));

        hand.start();
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(ticker.now()).isEqualTo(clock.instant());
    }

    @Test
    void movesOnceInFiveSecondsWhenNothingHappenedForHalfAMinute() {
        still = true;
        hand.start();
        assertThat(moves(Duration.ofSeconds(30))).isEqualTo(30);
        assertThat(moves(Duration.ofSeconds(60))).isEqualTo(12);

        still = false;
        assertThat(moves(Duration.ofSeconds(35))).as("notices what happens within five seconds").isEqualTo(31);
    }

    @Test
    void whoStirsItAtRestSeesThePresentAtOnce() {
        still = true;
        hand.start();
        scheduler.advance(Duration.ofMillis(33_400));
        assertThat(ticker.now()).isBefore(clock.instant().minusSeconds(3));

        hand.stir();
        assertThat(ticker.now()).isEqualTo(clock.instant());
        assertThat(moves(Duration.ofSeconds(10))).isEqualTo(10);
    }

    @Test
    void whatStirsItWhileItIsStoppedStartsNothing() {
        still = true;
        hand.start();
        scheduler.advance(Duration.ofSeconds(40));
        hand.stop();
        hand.stir();
        assertThat(moves(Duration.ofSeconds(10))).isZero();
        assertThat(scheduler.waiting()).isZero();
    }

    private int moves(Duration during) {
        AtomicInteger moves = new AtomicInteger();
        Subscription counting = ticker.nowProperty().subscribe((before, now) -> moves.incrementAndGet());
        scheduler.advance(during);
        counting.unsubscribe();
        return moves.get();
    }
}
