package sh.inference.console.api.dto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the service's timestamps: RFC 3339 with any offset (contract 3.1). The form in UTC that nearly all of them have
 * is read by hand, because a stream brings several of them with every frame.
 */
final class WireTime {
    private static final int DATE_END = 10;
    private static final int SECONDS_END = 19;
    /** From the first of March of the year 0. */
    private static final long DAYS_BEFORE_1970 = 719_468;
    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder().parseCaseInsensitive().append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd().optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HH", "Z").optionalEnd().optionalEnd().toFormatter(Locale.ROOT);

    /** What was read lately: a frame brings most of its times again as they were. Who finds another text there reads anew. */
    private static final Known[] LATELY = new Known[1 << 12];

    /** A text and what it says. */
    private record Known(String text, Optional<Instant> at) {
    }

    private WireTime() {
    }

    /** The same for a time that comes again with every frame. */
    static Optional<Instant> readAgain(String text) {
        if (text == null) {
            return Optional.empty();
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 15) & LATELY.length - 1;
        Known known = LATELY[place];
        if (known == null || !known.text.equals(text)) {
            known = new Known(text, read(text));
            LATELY[place] = known;
        }
        return known.at;
    }

    /** Empty for null, an empty string, a zero time (year 1) and anything that is not a time. A time without an offset is UTC. */
    static Optional<Instant> read(String text) {
        if (text == null || text.length() < DATE_END) {
            return Optional.empty();
        }
        try {
            Instant plain = plainUtc(text);
            Instant instant = plain == null ? any(text.strip()) : plain;
            return instant.getEpochSecond() < Instant.EPOCH.getEpochSecond() ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Instant any(String text) {
        String iso = text.length() > DATE_END && text.charAt(DATE_END) == ' ' ? text.substring(0, DATE_END) + 'T' + text.substring(DATE_END + 1) : text;
        return switch (ANY.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException(text);
        };
    }

    /** The moment of a text in the plain form; null for any other form. */
    private static Instant plainUtc(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END || last == SECONDS_END + 1 || last > SECONDS_END + 10 || text.charAt(last) != 'Z' || text.charAt(10) != 'T' || text.charAt(4) != '-'
                || text.charAt(7) != '-' || text.charAt(13) != ':' || text.charAt(16) != ':' || last > SECONDS_END && text.charAt(SECONDS_END) != '.') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        int fraction = last == SECONDS_END ? 0 : digits(text, SECONDS_END + 1, last);
        if ((year | month | day | hour | minute | second | fraction) < 0) {
            return null;
        }
        for (int i = last; i < SECONDS_END + 10 && fraction > 0; i++) {
            fraction *= 10;
        }
        return Instant.ofEpochSecond(seconds(year, month, day, hour, minute, second), fraction);
    }

    /** Days that every month has are counted by hand; the rest is left to those who know the calendar. */
    private static long seconds(int year, int month, int day, int hour, int minute, int second) {
        if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
            return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
        }
        // A year that begins in March has its leap day at the end.
        int march = month > 2 ? year : year - 1;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long days = march * 365L + Math.floorDiv(march, 4) - Math.floorDiv(march, 100) + Math.floorDiv(march, 400) + dayOfYear - DAYS_BEFORE_1970;
        return ((days * 24 + hour) * 60 + minute) * 60 + second;
    }

    /** A number; -1 where anything but digits stands. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
