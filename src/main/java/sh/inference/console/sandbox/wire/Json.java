package sh.inference.console.sandbox.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.wire.JsonWriter.Content;

/** Text and trees, as the service writes them: times in UTC with microseconds, numbers without loss. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** @throws JsonProcessingException when it is not exactly one JSON value */
    public static JsonNode parse(byte[] text) throws JsonProcessingException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static byte[] bytes(Content content) {
        JsonWriter out = new JsonWriter();
        content.write(out);
        return out.bytes();
    }

    public static JsonNode tree(Content content) {
        try {
            return parse(bytes(content));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param moment may be null */
    public static String time(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** Providers write their deadlines with an offset (contract 7.2). */
    static String timeWithOffset(Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
    }
}
