package sh.inference.console.sandbox.wire;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.fleet.Refusal;

/** One filter of a list request, with the operators of contract 3.3. */
record Condition(String field, Operator operator, JsonNode wanted) {
    enum Operator {
        EQ, NEQ, IN, NOT_IN, GT, GTE, LT, LTE, LIKE, ILIKE, CONTAINS, NOT_CONTAINS, IS_NULL, IS_NOT_NULL, IS_EMPTY, IS_NOT_EMPTY
    }

    private static final Set<Operator> TEXTUAL = EnumSet.of(Operator.LIKE, Operator.ILIKE);

    static Condition read(JsonNode filter) {
        String field = Typed.text(filter, "field");
        String word = Typed.text(filter, "operator");
        JsonNode value = filter.path("value");
        if (field.isEmpty()) {
            throw new Refusal("invalid_request", "a filter needs a field");
        }
        for (Operator operator : Operator.values()) {
            if (operator.name().toLowerCase(Locale.ROOT).equals(word)) {
                if ((operator == Operator.IN || operator == Operator.NOT_IN) && !value.isArray()) {
                    throw new Refusal("invalid_request", word + " wants a list of values");
                }
                if (value.isObject() || value.isArray() && operator != Operator.IN && operator != Operator.NOT_IN) {
                    throw new Refusal("invalid_request", word + " wants one value");
                }
                if (TEXTUAL.contains(operator) && !value.isTextual()) {
                    throw new Refusal("invalid_request", word + " wants a text");
                }
                return new Condition(field, operator, value);
            }
        }
        throw new Refusal("invalid_request", "unknown operator: " + word);
    }

    boolean holds(JsonNode value) {
        return switch (operator) {
            case EQ -> same(value, wanted);
            case NEQ -> !same(value, wanted);
            case IN -> isIn(value);
            case NOT_IN -> !isIn(value);
            case GT -> comparable(value) && Values.compare(value, wanted) > 0;
            case GTE -> comparable(value) && Values.compare(value, wanted) >= 0;
            case LT -> comparable(value) && Values.compare(value, wanted) < 0;
            case LTE -> comparable(value) && Values.compare(value, wanted) <= 0;
            case LIKE -> like(value, false);
            case ILIKE -> like(value, true);
            case CONTAINS -> contains(value);
            case NOT_CONTAINS -> !contains(value);
            case IS_NULL -> Values.isNothing(value);
            case IS_NOT_NULL -> !Values.isNothing(value);
            case IS_EMPTY -> isEmpty(value);
            case IS_NOT_EMPTY -> !isEmpty(value);
        };
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        if (Values.isNothing(value) || Values.isNothing(wanted)) {
            return Values.isNothing(value) && Values.isNothing(wanted);
        }
        return Values.compare(value, wanted) == 0;
    }

    private boolean isIn(JsonNode value) {
        return StreamSupport.stream(wanted.spliterator(), false).anyMatch(each -> same(value, each));
    }

    private boolean comparable(JsonNode value) {
        return !Values.isNothing(value) && !Values.isNothing(wanted);
    }

    private boolean like(JsonNode value, boolean anyCase) {
        if (Values.isNothing(value)) {
            return false;
        }
        return anyCase ? matches(value.asText().toLowerCase(Locale.ROOT), wanted.asText().toLowerCase(Locale.ROOT)) : matches(value.asText(), wanted.asText());
    }

    /** A percent sign stands for any text, an underscore for one character. Goes back to the last percent sign only, so that no pattern takes long. */
    private static boolean matches(String text, String pattern) {
        int at = 0;
        int in = 0;
        int resume = -1;
        int resumeAt = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '%') {
                resume = in++;
                resumeAt = at;
            } else if (in < pattern.length() && (pattern.charAt(in) == '_' || pattern.charAt(in) == text.charAt(at))) {
                in++;
                at++;
            } else if (resume >= 0) {
                in = resume + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        return pattern.substring(in).chars().allMatch(rest -> rest == '%');
    }

    private boolean contains(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false).anyMatch(each -> same(each, wanted))
                : !Values.isNothing(value) && value.asText().contains(wanted.asText());
    }

    private static boolean isEmpty(JsonNode value) {
        return Values.isNothing(value) || value.isContainerNode() && value.isEmpty() || value.isTextual() && value.asText().isEmpty();
    }
}
