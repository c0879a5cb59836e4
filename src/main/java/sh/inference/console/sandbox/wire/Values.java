package sh.inference.console.sandbox.wire;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares what stands in members: numbers as numbers, times as times, all else as text; nothing comes first. */
final class Values {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    private Values() {
    }

    static int compare(JsonNode a, JsonNode b) {
        boolean noA = isNothing(a);
        boolean noB = isNothing(b);
        if (noA || noB) {
            return Boolean.compare(noB, noA);
        }
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        String left = a.asText();
        String right = b.asText();
        if (TIME.matcher(left).matches() && TIME.matcher(right).matches()) {
            try {
                return OffsetDateTime.parse(left).toInstant().compareTo(OffsetDateTime.parse(right).toInstant());
            } catch (DateTimeException notATime) {
                return left.compareTo(right);
            }
        }
        return left.compareTo(right);
    }

    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
