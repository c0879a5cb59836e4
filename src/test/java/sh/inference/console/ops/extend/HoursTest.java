package sh.inference.console.ops.extend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.testing.Plans;

class HoursTest {
    @ParameterizedTest
    @CsvSource({"3, 3", "' 3 ', 3", "1.50, 1.5", ".5, 0.5", "3., 3", "1e2, 100", "0.0001, 0.0001", "1000000, 1000000", "+8, 8"})
    void readsWhatAnOperatorTypes(String typed, String hours) {
        assertThat(Hours.parse(typed)).isInstanceOfSatisfying(Hours.Parsed.Valid.class,
                valid -> assertThat(Hours.words(valid.hours())).isEqualTo(hours));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"''; hours.empty", "'  '; hours.empty", "1,5; hours.comma", "1,000; hours.comma", "three; hours.text", "NaN; hours.text",
        "Infinity; hours.text", "0x10; hours.text", "1h; hours.text", "--1; hours.text", ".; hours.text", "1e9999; hours.text",
        "0; hours.positive", "0.0; hours.positive", "-1; hours.positive", "-0.5; hours.positive",
        "1e9; hours.most", "1000000.1; hours.most", "1e999; hours.most", "0.00001; hours.decimals", "1e-900; hours.decimals"})
    void refusesWithTheReason(String typed, String key) {
        assertThat(Hours.parse(typed)).isInstanceOfSatisfying(Hours.Parsed.Invalid.class, invalid -> {
            assertThat(invalid.why().key()).isEqualTo(key);
            assertThat(Plans.hasWords(invalid.why())).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 5000, 100_000})
    void refusesALongTextWithoutReadingIt(int length) {
        assertThat(Hours.parse("9".repeat(length))).isInstanceOf(Hours.Parsed.Invalid.class);
    }

    @Test
    void saysDecimalsInWords() {
        assertThat(Plans.words(((Hours.Parsed.Invalid) Hours.parse("0.123456")).why())).isEqualTo("Hours can have 4 decimals at most.");
    }
}
