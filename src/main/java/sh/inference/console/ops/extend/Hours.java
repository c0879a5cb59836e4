package sh.inference.console.ops.extend;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import sh.inference.console.model.Text;

/** Hours to buy, as an operator types them. Pure. */
public final class Hours {
    /** Above this the console refuses: a slip of the finger, not a wish. */
    public static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_CHARACTERS = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final BigDecimal MILLIS = BigDecimal.valueOf(3_600_000);

    private Hours() {
    }

    /** What became of a text. */
    public sealed interface Parsed {
        /** Hours that can be asked for. */
        record Valid(BigDecimal hours) implements Parsed {
        }

        /** @param why for the operator, beside the field */
        record Invalid(Text why) implements Parsed {
        }
    }

    public static Parsed parse(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return new Parsed.Invalid(Text.of("hours.empty"));
        }
        if (typed.indexOf(',') >= 0) {
            return new Parsed.Invalid(Text.of("hours.comma"));
        }
        if (typed.length() > MOST_CHARACTERS || !NUMBER.matcher(typed).matches()) {
            return new Parsed.Invalid(Text.of("hours.text"));
        }
        BigDecimal hours = new BigDecimal(typed);
        return whyNot(hours).<Parsed>map(Parsed.Invalid::new).orElseGet(() -> new Parsed.Valid(plain(hours)));
    }

    /** Why a number of hours cannot be asked for. */
    public static Optional<Text> whyNot(BigDecimal hours) {
        if (hours.signum() <= 0) {
            return Optional.of(Text.of("hours.positive"));
        }
        if (hours.compareTo(MOST) > 0) {
            return Optional.of(Text.of("hours.most"));
        }
        if (hours.stripTrailingZeros().scale() > MOST_DECIMALS) {
            return Optional.of(Text.of("hours.decimals", MOST_DECIMALS));
        }
        return Optional.empty();
    }

    /** The hours without an exponent or needless zeros, as they are shown and sent. */
    public static String words(BigDecimal hours) {
        return plain(hours).toPlainString();
    }

    static Duration duration(BigDecimal hours) {
        return Duration.ofMillis(hours.multiply(MILLIS).longValue());
    }

    private static BigDecimal plain(BigDecimal hours) {
        BigDecimal stripped = hours.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
