package sh.inference.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppReferenceTest {
    @ParameterizedTest
    @CsvSource({"lumen/flux-portrait,lumen/flux-portrait,''", "'  lumen/flux@7k3m9x2q ',lumen/flux,7k3m9x2q", "6z4k9q1vkq8xbn413sda3r8ner,6z4k9q1vkq8xbn413sda3r8ner,''",
        "6z4k9q1vkq8xbn413sda3r8ner@7k3m9x2q,6z4k9q1vkq8xbn413sda3r8ner,7k3m9x2q"})
    void aReferenceOrAnIdNamesAnAppAndAVersion(String text, String app, String version) {
        assertThat(AppReference.parse(text)).contains(new AppReference(app, version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flux", "lumen/", "/flux", "a/b/c", "lumen/flux@", "two words/x", "7k3m9x2q"})
    void aWordIsSearchedFor(String text) {
        assertThat(AppReference.parse(text)).isEmpty();
    }
}
