package sh.inference.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bundle that lacks a text: English takes its place, and the key is named. */
class MissingTextTest {
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger(Bundle.class.getName());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            logged.clear();
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(listening);
    }

    @AfterEach
    void stop() {
        log.removeHandler(listening);
    }

    @Test
    void whatALanguageLacksIsSaidInEnglishAndNamedOnce() throws IOException {
        ResourceBundle english = new Bundle(new StringReader("drain = Drain\nstop = Stop"), null);
        ResourceBundle german = new Bundle(new StringReader("stop = Stoppen"), english);
        assertThat(german.getString("stop")).isEqualTo("Stoppen");
        assertThat(logged).isEmpty();
        assertThat(german.getString("drain")).isEqualTo("Drain");
        assertThat(german.getString("drain")).isEqualTo("Drain");
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().getParameters()).containsExactly("drain");
    }

    @Test
    void whatNoLanguageHasShowsItsKey() {
        assertThat(new Messages(Locale.GERMAN, new Formats(Locale.GERMAN, ZoneOffset.UTC)).of("no.such.text", 3)).isEqualTo("no.such.text");
    }
}
