package sh.inference.console.compare;

import com.fasterxml.jackson.databind.JsonNode;

/** What a schema says of the values of a field beyond their type. */
enum SchemaLimit {
    MINIMUM("minimum", 1), EXCLUSIVE_MINIMUM("exclusiveMinimum", 1), MAXIMUM("maximum", -1), EXCLUSIVE_MAXIMUM("exclusiveMaximum", -1),
    MIN_LENGTH("minLength", 1), MAX_LENGTH("maxLength", -1), MIN_ITEMS("minItems", 1), MAX_ITEMS("maxItems", -1), PATTERN("pattern", 0),
    FORMAT("format", 0), MULTIPLE_OF("multipleOf", 0);

    private final String member;
    private final int tighterWhen;

    SchemaLimit(String member, int tighterWhen) {
        this.member = member;
        this.tighterWhen = tighterWhen;
    }

    String member() {
        return member;
    }

    /** Whether fewer values pass than before; a rule that is only another one counts as tighter. */
    boolean isTighter(JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            return false;
        }
        if (before.isMissingNode() || tighterWhen == 0 || !before.isNumber() || !after.isNumber()) {
            return true;
        }
        return tighterWhen * after.decimalValue().compareTo(before.decimalValue()) > 0;
    }
}
