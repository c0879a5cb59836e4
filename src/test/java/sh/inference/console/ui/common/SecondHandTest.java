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
    void movesOnceInTenSecondsWhenNothingHappenedForHalfAMinute() {
        still = true;
        hand.start();
        assertThat(moves(Duration.ofSeconds(30))).isEqualTo(30);
        assertThat(moves(Duration.ofSeconds(60))).isEqualTo(6);

        still = false;
        assertThat(moves(Duration.ofSeconds(40))).as("notices what happens within ten seconds").isEqualTo(31);
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
    void atRestItMovesWithWhatChangesThePictureInsteadOfByItself() {
        still = true;
        hand.start();
        hand.join();
        assertThat(moves(Duration.ofSeconds(36))).as("awake it has a pace of its own").isEqualTo(30);

        hand.join();
        assertThat(ticker.now()).as("half due").isEqualTo(clock.instant());
        scheduler.advance(Duration.ofSeconds(1));
        hand.join();
        assertThat(ticker.now()).as("was made only now").isEqualTo(clock.instant().minusSeconds(1));
        assertThat(moves(Duration.ofSeconds(60))).isEqualTo(6);

        hand.stop();
        scheduler.advance(Duration.ofSeconds(20));
        hand.join();
        assertThat(scheduler.waiting()).as("stopped it starts nothing").isZero();
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
