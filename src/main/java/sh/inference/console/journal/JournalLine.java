package sh.inference.console.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;

/** An entry as a line of JSON, and back. Notes keep their key and arguments, so that they can be read in any language. */
final class JournalLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalLine() {
    }

    static String write(JournalEntry entry, String previous) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("prev", previous).put("kind", entry.kind().name()).put("at", entry.at().toString()).put("actor", entry.actor())
                .put("profile", entry.profile()).put("host", entry.host()).put("operation", entry.operation()).put("verb", entry.verb())
                .put("target", entry.target()).put("name", entry.name()).put("reason", entry.reason()).put("state", entry.state())
                .put("status", entry.status());
        entry.call().ifPresent(call -> line.set("call", call(call)));
        entry.note().ifPresent(note -> line.set("note", text(note)));
        if (!entry.plan().isEmpty()) {
            ArrayNode plan = line.putArray("plan");
            entry.plan().forEach(shown -> plan.add(text(shown)));
        }
        return JSON.writeValueAsString(line);
    }

    /** @throws IOException if it is not a line of this journal */
    static JournalEntry read(JsonNode line) throws IOException {
        try {
            return new JournalEntry(JournalEntry.Kind.valueOf(word(line, "kind")), Instant.parse(word(line, "at")), word(line, "actor"), word(line, "profile"),
                    word(line, "host"), word(line, "operation"), word(line, "verb"), word(line, "target"), word(line, "name"), word(line, "reason"),
                    word(line, "state"), line.has("call") ? Optional.of(readCall(line.get("call"))) : Optional.empty(), line.path("status").asInt(),
                    line.has("note") ? Optional.of(readText(line.get("note"))) : Optional.empty(),
                    line.path("plan").valueStream().map(JournalLine::readText).toList());
        } catch (IllegalArgumentException | DateTimeException strange) {
            throw new IOException(strange.getMessage(), strange);
        }
    }

    static JsonNode parse(String line) throws IOException {
        JsonNode node = JSON.readTree(line);
        if (node == null || !node.isObject()) {
            throw new IOException("not an object");
        }
        return node;
    }

    static String hash(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String hash(String line) {
        return hash(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String word(JsonNode line, String name) {
        return line.path(name).asText("");
    }

    private static ObjectNode call(ApiCall call) {
        ObjectNode node = JSON.createObjectNode().put("method", call.method()).put("path", call.path());
        call.body().ifPresent(body -> node.put("body", body));
        return node;
    }

    private static ApiCall readCall(JsonNode node) {
        return new ApiCall(word(node, "method"), word(node, "path"), node.has("body") ? Optional.of(word(node, "body")) : Optional.empty());
    }

    private static ObjectNode text(Text text) {
        ObjectNode node = JSON.createObjectNode().put("key", text.key());
        ArrayNode args = node.putArray("args");
        text.args().forEach(arg -> args.add(argument(arg)));
        return node;
    }

    private static JsonNode argument(Object arg) {
        return switch (arg) {
            case Text text -> text(text);
            case Integer number -> JSON.getNodeFactory().numberNode(number);
            case Long number -> JSON.getNodeFactory().numberNode(number);
            case BigDecimal number -> JSON.createObjectNode().put("decimal", number.toPlainString());
            case Money money -> JSON.createObjectNode().put("microcents", money.microcents());
            case Instant at -> JSON.createObjectNode().put("instant", at.toString());
            case Duration duration -> JSON.createObjectNode().put("duration", duration.toString());
            default -> JSON.getNodeFactory().textNode(String.valueOf(arg));
        };
    }

    private static Text readText(JsonNode node) {
        List<Object> args = new ArrayList<>();
        node.path("args").forEach(arg -> args.add(readArgument(arg)));
        return new Text(word(node, "key"), args);
    }

    private static Object readArgument(JsonNode arg) {
        if (arg.isIntegralNumber()) {
            return arg.asLong();
        }
        if (arg.has("key")) {
            return readText(arg);
        }
        if (arg.has("decimal")) {
            return new BigDecimal(word(arg, "decimal"));
        }
        if (arg.has("microcents")) {
            return new Money(arg.get("microcents").asLong());
        }
        if (arg.has("instant")) {
            return Instant.parse(word(arg, "instant"));
        }
        return arg.has("duration") ? Duration.parse(word(arg, "duration")) : arg.asText();
    }
}
