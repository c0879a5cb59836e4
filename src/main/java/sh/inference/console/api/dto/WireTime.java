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

    private WireTime() {
    }

    /** Empty for null, an empty string, a zero time (year 1) and anything that is not a time. A time without an offset is UTC. */
    static Optional<Instant> read(String text) {
        if (text == null || text.length() < DATE_END) {
            return Optional.empty();
        }
        try {
            Instant instant = isPlainUtc(text) ? utc(text) : any(text.strip());
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

    private static boolean isPlainUtc(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END || last > SECONDS_END + 10 || text.charAt(last) != 'Z' || text.charAt(10) != 'T' || text.charAt(4) != '-'
                || text.charAt(7) != '-' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char c = text.charAt(i);
            boolean mark = i == 4 || i == 7 || i == 10 || i == 13 || i == 16 || i == SECONDS_END;
            if (mark ? i == SECONDS_END && c != '.' : c < '0' || c > '9') {
                return false;
            }
        }
        return last != SECONDS_END + 1;
    }

    private static Instant utc(String text) {
        int nanos = 0;
        for (int i = SECONDS_END + 1; i < SECONDS_END + 10; i++) {
            nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return Instant.ofEpochSecond(seconds(text), nanos);
    }

    /** Days that every month has are counted by hand; the rest is left to those who know the calendar. */
    private static long seconds(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
            return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
        }
        // A year that begins in March has its leap day at the end.
        int march = month > 2 ? year : year - 1;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long days = march * 365L + Math.floorDiv(march, 4) - Math.floorDiv(march, 100) + Math.floorDiv(march, 400) + dayOfYear - DAYS_BEFORE_1970;
        return ((days * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
