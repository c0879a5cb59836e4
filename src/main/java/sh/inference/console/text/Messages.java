package sh.inference.console.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import sh.inference.console.model.Money;
import sh.inference.console.model.Text;

/** The message bundle in one language. Safe for use by any thread. */
public final class Messages {
    private final Locale locale;
    private final ResourceBundle bundle;
    private final Formats formats;
    private final Map<String, MessageFormat> formatsByKey = new ConcurrentHashMap<>();

    public Messages(Locale locale, Formats formats) {
        this.locale = locale;
        this.bundle = Bundle.of(locale);
        this.formats = formats;
    }

    /** The bundle itself, for FXML. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Formats formats() {
        return formats;
    }

    /** A text in words. A missing key is shown as the key, so that a slip in a bundle never stops a screen. */
    public String of(Text text) {
        return of(text.key(), text.args().toArray());
    }

    public String of(String key, Object... args) {
        switch (key) {
            case "verbatim" -> {
                return String.valueOf(args[0]);
            }
            case "at.local" -> {
                return formats.dateTime((Instant) args[0]);
            }
            case "at.utc" -> {
                return formats.utc((Instant) args[0]);
            }
            case "joined" -> {
                return Arrays.stream(args).map(this::word).map(String::valueOf).filter(word -> !word.isEmpty()).collect(Collectors.joining(" · "));
            }
            default -> {
            }
        }
        try {
            Object[] words = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                words[i] = word(args[i]);
            }
            String pattern = bundle.getString(key);
            return isPlain(pattern) ? pattern : formatted(key, pattern, words);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    /** To read a pattern takes longer than to fill it in, and some are filled in every second. */
    private String formatted(String key, String pattern, Object[] words) {
        MessageFormat format = formatsByKey.computeIfAbsent(key, unread -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return format.format(words);
        }
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    private Object word(Object arg) {
        return switch (arg) {
            case Text text -> of(text);
            case Money money -> formats.money(money);
            case Instant instant -> formats.time(instant);
            case Duration duration -> formats.duration(duration);
            default -> arg;
        };
    }
}
