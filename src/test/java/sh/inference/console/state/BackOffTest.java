package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void everyPauseIsBetweenOneSecondAndOneMinuteAndTheyGrow() {
        for (int seed = 0; seed < 200; seed++) {
            BackOff backOff = new BackOff(new Random(seed));
            for (int attempt = 1; attempt <= 40; attempt++) {
                Duration most = Duration.ofSeconds(Math.min(60, 1L << Math.min(attempt, 10)));
                assertThat(backOff.next()).isBetween(Duration.ofSeconds(1), most);
                assertThat(backOff.attempt()).isEqualTo(attempt);
            }
        }
    }

    @Test
    void twoLinesDoNotComeBackTogether() {
        Random chance = new Random(1);
        assertThat(new BackOff(chance).next()).isNotEqualTo(new BackOff(chance).next());
    }

    @Test
    void aSignOfLifeBeginsAgainFromTheStart() {
        BackOff backOff = new BackOff(new Random(1));
        for (int i = 0; i < 10; i++) {
            backOff.next();
        }
        backOff.reset();
        assertThat(backOff.next()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
