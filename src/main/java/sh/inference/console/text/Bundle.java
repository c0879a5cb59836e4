package sh.inference.console.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The texts of one language over those of English. Loaded by hand, because the JDK's own search would answer a missing
 * language with that of the computer instead of English. A text that a language lacks is said in English, and its key is
 * named in the log, once.
 */
final class Bundle extends PropertyResourceBundle {
    private static final String FILE = "/sh/inference/console/messages%s.properties";

    private static final Logger LOG = Logger.getLogger(Bundle.class.getName());
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** @param english what a missing text is taken from; null for English itself */
    Bundle(Reader in, ResourceBundle english) throws IOException {
        super(in);
        if (english != null) {
            setParent(english);
        }
    }

    static ResourceBundle of(Locale locale) {
        ResourceBundle english = English.TEXTS;
        if (locale.equals(Languages.PSEUDO)) {
            return new PseudoBundle(english);
        }
        return locale.getLanguage().equals("en") ? english : read("_" + locale.getLanguage(), english);
    }

    @Override
    public Object handleGetObject(String key) {
        Object text = super.handleGetObject(key);
        if (text == null && parent != null && parent.containsKey(key) && named.add(key)) {
            LOG.log(Level.WARNING, "A language has no text for {0}; it is said in English", key);
        }
        return text;
    }

    private static ResourceBundle read(String suffix, ResourceBundle english) {
        try (InputStream in = Bundle.class.getResourceAsStream(FILE.formatted(suffix))) {
            return in == null ? english : new Bundle(new InputStreamReader(in, StandardCharsets.UTF_8), english);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every language stands on these, and they are asked for several times before there is a window: read once. */
    private static final class English {
        private static final ResourceBundle TEXTS = read("", null);
    }
}
