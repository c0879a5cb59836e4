package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;

import org.junit.jupiter.api.Test;

class ProcessAgeTest {
    @Test
    void theAgeIsTheTimeSinceBootLessTheStartSinceBootWhateverTheNameHolds() {
        String stat = "42 (a name) with ) S 1 42 42 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 30 0 123456 1000 50 1";
        assertThat(ProcessAge.millis(stat.replace("(a name) with )", "(a name) with)"), "1240.56 99.0")).isEqualTo(6_000);
    }

    @Test
    void thisProcessIsNeitherUnbornNorOlderThanItsTests() {
        assertThat(ProcessAge.millis(Clock.systemUTC())).isBetween(1L, 3_600_000L);
    }
}
