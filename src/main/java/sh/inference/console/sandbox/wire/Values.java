package sh.inference.console.sandbox.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares what stands in members: numbers as numbers, times as times, all else as text; nothing comes first. */
final class Values {
    private static final int SHORTEST_TIME = "2026-01-01T00:00Z".length();

    private Values() {
    }

    /** What a member counts as: nothing, a number, a moment or a text. */
    static Comparable<?> of(JsonNode value) {
        if (isNothing(value)) {
            return null;
        }
        return value.isNumber() ? value.decimalValue() : of(value.asText());
    }

    /** A moment when it reads as one, else the text itself. */
    static Comparable<?> of(String text) {
        if (text.length() >= SHORTEST_TIME && text.charAt(4) == '-' && text.charAt(10) == 'T') {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notATime) {
                return text;
            }
        }
        return text;
    }

    static int compare(JsonNode a, JsonNode b) {
        return compare(of(a), of(b));
    }

    static int compare(Comparable<?> a, Comparable<?> b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof BigDecimal left && b instanceof BigDecimal right) {
            return left.compareTo(right);
        }
        if (a instanceof Instant left && b instanceof Instant right) {
            return left.compareTo(right);
        }
        return a.toString().compareTo(b.toString());
    }

    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
