package sh.inference.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Every language says all that English says, with the same things filled in. */
class TranslationsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @Test
    void everyLanguageHasEveryKey() throws IOException {
        Set<String> english = new TreeSet<>(BundleTest.load("messages.properties").stringPropertyNames());
        for (String bundle : BundleTest.bundles()) {
            Set<String> missing = new TreeSet<>(english);
            missing.removeAll(BundleTest.load(bundle).stringPropertyNames());
            assertThat(missing).as(bundle).isEmpty();
        }
    }

    @Test
    void everyLanguageFillsInTheSameThings() throws IOException {
        Properties english = BundleTest.load("messages.properties");
        List<String> different = new ArrayList<>();
        for (String bundle : BundleTest.bundles()) {
            Properties other = BundleTest.load(bundle);
            english.stringPropertyNames().stream().filter(key -> other.containsKey(key) && !arguments(other.getProperty(key)).equals(arguments(english.getProperty(key))))
                    .forEach(key -> different.add(bundle + ": " + key));
        }
        assertThat(different).isEmpty();
    }

    @Test
    void germanIsSpokenWithItsOwnNumbersAndPlurals() {
        Messages words = new Messages(Locale.GERMAN, new Formats(Locale.GERMAN, ZoneOffset.UTC));
        assertThat(words.of("drain.left", 1, 2)).isEqualTo("Läuft leer, 1 Aufgabe übrig, 2 Worker arbeiten");
        assertThat(words.of("shell.loaded", 12345)).isEqualTo("12.345 Engines geladen");
    }

    @Test
    void aLanguageThatIsNotSpokenIsAnsweredInEnglish() {
        assertThat(Languages.choose("", Locale.JAPAN)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.choose("", Locale.GERMANY)).isEqualTo(Locale.GERMAN);
        assertThat(Languages.choose("en", Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
        assertThat(new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)).of("page.operations")).isEqualTo("Operations");
    }

    @Test
    void thePseudoLanguageIsLongerAndKeepsWhatIsFilledIn() {
        assertThat(PseudoBundle.disguise("Drain {0}")).isEqualTo("Dráíñ {0}~~");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
