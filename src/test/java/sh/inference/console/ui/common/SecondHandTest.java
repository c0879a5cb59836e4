package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ManualScheduler;

class SecondHandTest {
    private final ManualClock clock = new ManualClock();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final Ticker ticker = new Ticker(clock);
    private final SecondHand hand = new SecondHand(ticker, scheduler, Runnable::run);

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
}
