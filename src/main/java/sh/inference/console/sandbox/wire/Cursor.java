package sh.inference.console.sandbox.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import sh.inference.console.sandbox.fleet.Refusal;

/**
 * A place in a list: the keys of a row, in base64. Its beginning encodes to a text with a plus sign, as the service's
 * own cursors now and then have, so that a client that does not encode it is found out at once.
 */
record Cursor(List<Comparable<?>> keys) {
    private static final String MARK = "at>";

    static Cursor of(List<Comparable<?>> keys) {
        return new Cursor(keys);
    }

    /** @return null for an empty text, which is the first page */
    static Cursor read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            String inside = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            JsonNode keys = inside.startsWith(MARK) ? Json.parse(inside.substring(MARK.length()).getBytes(StandardCharsets.UTF_8)) : Json.object();
            if (keys.isArray()) {
                List<Comparable<?>> list = new ArrayList<>();
                keys.forEach(key -> list.add(Values.of(key)));
                return new Cursor(list);
            }
        } catch (IllegalArgumentException | JsonProcessingException malformed) {
            throw new Refusal("invalid_request", "this cursor cannot be read");
        }
        throw new Refusal("invalid_request", "this cursor cannot be read");
    }

    String text() {
        ArrayNode list = Json.array();
        for (Comparable<?> key : keys) {
            if (key instanceof BigDecimal number) {
                list.add(number);
            } else {
                list.add(key == null ? null : key.toString());
            }
        }
        return Base64.getEncoder().encodeToString((MARK + new String(Json.bytes(list), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }
}
