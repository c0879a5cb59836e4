package sh.inference.console.text;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import sh.inference.console.model.Money;

/** Times, durations, sizes and money in words, in one place. Safe for any thread. */
public final class Formats {
    /** What is shown where a value is not known. */
    public static final String UNKNOWN = "\u2014";
    private static final long GB = 1_000_000_000L;
    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();
    private final Map<Fraction, NumberFormat> numbers = new ConcurrentHashMap<>();

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** Local time of day, {@code 14:02:10}. */
    public String time(Instant instant) {
        return in("HH:mm:ss").withZone(zone).format(instant);
    }

    /** Local date and time, {@code Tue 13 Oct 18:00 BST}. */
    public String dateTime(Instant instant) {
        return in("EEE d MMM HH:mm z").withZone(zone).format(instant);
    }

    /** A pattern is read once: a clock shows the same one every second. */
    private DateTimeFormatter in(String pattern) {
        return patterns.computeIfAbsent(pattern, unread -> DateTimeFormatter.ofPattern(unread, locale));
    }

    /** The day that it is where the operator is. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** When a day begins where the operator is. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Local date and time to the second with the year, {@code 2026-10-13 18:00:05}, for lists that go back for years. */
    public String stamp(Instant instant) {
        return in("uuuu-MM-dd HH:mm:ss").withZone(zone).format(instant);
    }

    /** Local date and time without a zone, {@code Tue 13 Oct 18:00}. */
    public String shortDateTime(Instant instant) {
        return in("EEE d MMM HH:mm").withZone(zone).format(instant);
    }

    /** {@code 13 Oct 17:00 UTC}. */
    public String utc(Instant instant) {
        return in("d MMM HH:mm 'UTC'").withZone(ZoneOffset.UTC).format(instant);
    }

    /** Local date and time and the same in UTC, {@code 13 Oct 18:00 WEST (13 Oct 17:00 UTC)}; once where the clock here shows UTC. */
    public String dateTimeAndUtc(Instant instant) {
        return zone.getRules().getOffset(instant).equals(ZoneOffset.UTC) ? dateTime(instant) : dateTime(instant) + " (" + utc(instant) + ")";
    }

    /** The two largest units that say something: {@code 4 s}, {@code 13 min}, {@code 4 h 18 m}, {@code 1 d 22 h}. */
    public String duration(Duration duration) {
        long s = Math.abs(duration.toSeconds());
        if (s < 60) {
            return s + " s";
        }
        if (s < 3600) {
            return s / 60 + " min";
        }
        if (s < 86_400) {
            return s / 3600 + " h " + s / 60 % 60 + " m";
        }
        return s < 30 * 86_400L ? s / 86_400 + " d " + s / 3600 % 24 + " h" : s / 86_400 + " d";
    }

    /** An age that is mostly below ten seconds, to a tenth: {@code 0.3 s}, {@code 14 s}. */
    public String seconds(Duration duration) {
        long tenths = Math.abs(duration.toMillis()) / 100;
        return tenths >= 100 ? duration(duration) : decimal(tenths / 10.0, 1, 1) + " s";
    }

    /** The largest unit alone, for narrow columns: {@code 6 min}, {@code 2 h}, {@code 30 d}. */
    public String age(Duration duration) {
        long s = Math.abs(duration.toSeconds());
        return s < 3600 ? duration(duration) : s < 86_400 ? s / 3600 + " h" : s / 86_400 + " d";
    }

    /** Minutes and seconds as on a stopwatch, {@code 25:10}; hours when there are any, {@code 1:04:09}. */
    public String stopwatch(Duration duration) {
        long s = Math.abs(duration.toSeconds());
        return s < 3600 ? "%d:%02d".formatted(s / 60, s % 60) : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }

    /** Dollars with two decimals, more where the amount is smaller than a cent: {@code $25.20}. */
    public String money(Money money) {
        return (money.microcents() < 0 ? "-$" : "$") + amount(new Money(Math.abs(money.microcents())));
    }

    /** The bare amount in dollars, for columns that carry the unit in their head. */
    public String amount(Money money) {
        return decimal(money.dollars(), 2, money.microcents() != 0 && Math.abs(money.microcents()) < 1_000_000 ? 6 : 2);
    }

    /** GPU and main memory in whole gigabytes without a unit; memory is counted in powers of two, as its makers do. */
    public String memory(long bytes) {
        return number(Math.round((double) bytes / (1L << 30)));
    }

    /** Memory with one decimal, {@code 55.1}. */
    public String memoryExact(long bytes) {
        return decimal((double) bytes / (1L << 30), 1, 1);
    }

    /** A disk's size in powers of ten: {@code 212 GB} or {@code 1.41 TB}. */
    public String size(long bytes) {
        return bytes >= 1000 * GB ? decimal((double) bytes / (1000 * GB), 2, 2) + " TB" : decimal((double) bytes / GB, 0, bytes >= 100 * GB ? 0 : 1) + " GB";
    }

    public String number(long n) {
        return decimal(n, 0, 0);
    }

    /** A table formats thousands of numbers a second: to make a format takes longer than to use it, and it serves one thread at a time. */
    private String decimal(Number n, int least, int most) {
        NumberFormat format = numbers.computeIfAbsent(new Fraction(least, most), this::format);
        synchronized (format) {
            return format.format(n);
        }
    }

    private NumberFormat format(Fraction digits) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits.least());
        format.setMaximumFractionDigits(digits.most());
        return format;
    }

    /** How many digits follow the decimal separator. */
    private record Fraction(int least, int most) {
    }
}
