package sh.inference.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant WINTER = Instant.parse("2026-12-01T17:00:05Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T17:00:05Z");
    private final Formats london = new Formats(Locale.ENGLISH, ZoneId.of("Europe/London"));

    @Test
    void aTimeIsSaidInUtcTooWhereTheClockShowsAnother() {
        assertThat(london.dateTimeAndUtc(SUMMER)).isEqualTo("Wed 1 Jul 18:00 BST (1 Jul 17:00 UTC)");
        assertThat(london.dateTimeAndUtc(WINTER)).isEqualTo("Tue 1 Dec 17:00 GMT");
        assertThat(new Formats(Locale.ENGLISH, ZoneOffset.UTC).dateTimeAndUtc(WINTER)).containsOnlyOnce("17:00");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 s", "PT59.9S, 59 s", "PT60S, 1 min", "PT3599S, 59 min", "PT4H18M, 4 h 18 m", "PT46H, 1 d 22 h", "P30D, 30 d", "PT-5S, 5 s"})
    void aDurationIsSaidInTheTwoUnitsThatSaySomething(Duration duration, String said) {
        assertThat(london.duration(duration)).isEqualTo(said);
    }
}
