package sh.inference.console.api.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    @Test
    void everyDayOfTwoCenturiesIsReadAsTheCalendarHasIt() {
        for (LocalDate day = LocalDate.of(1970, 1, 1); day.getYear() < 2170; day = day.plusDays(1)) {
            Instant expected = day.atTime(23, 59, 58).toInstant(ZoneOffset.UTC);
            assertThat(WireTime.read(day + "T23:59:58Z").orElseThrow().equals(expected)).as(day.toString()).isTrue();
        }
    }

    @Test
    void fractionsAreReadToTheNanosecond() {
        assertThat(WireTime.read("2026-10-11T09:00:00.5Z")).contains(Instant.parse("2026-10-11T09:00:00.500Z"));
        assertThat(WireTime.read("2026-10-11T09:00:00.123456789Z")).contains(Instant.parse("2026-10-11T09:00:00.123456789Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-10-00T00:00:00Z", "2026-10-11T24:00:01Z",
        "2026-10-11T09:60:00Z", "2026-10-11T09:00:60Z", "0001-01-01T00:00:00Z"})
    void whatTheCalendarDoesNotHaveIsNoTime(String text) {
        assertThat(WireTime.read(text)).isEmpty();
    }
}
