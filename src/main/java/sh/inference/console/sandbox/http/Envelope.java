package sh.inference.console.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.wire.Json;

/** The three forms of a reply, chosen by {@code X-API-Version} (contract 1.2, 1.3). */
public enum Envelope {
    V1, BARE, V3;

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    /** @param header may be null */
    public static Envelope of(String header) {
        return switch (header == null ? "" : header.strip()) {
            case "1" -> V1;
            case "2" -> BARE;
            default -> V3;
        };
    }

    /** @param value null for a call that returns nothing */
    Reply success(JsonNode value) {
        JsonNode inside = value == null ? NullNode.instance : value;
        ObjectNode wrapped = Json.object();
        return switch (this) {
            case BARE -> new Reply(200, JSON, Json.bytes(inside));
            case V1 -> {
                wrapped.put("success", true).put("status", 200).set("data", inside);
                yield new Reply(200, JSON, Json.bytes(wrapped));
            }
            case V3 -> {
                wrapped.set("data", inside);
                wrapped.putArray("messages");
                yield new Reply(200, JSON, Json.bytes(wrapped));
            }
        };
    }

    Reply problem(String code, String detail) {
        int status = Codes.status(code);
        ObjectNode node = Json.object();
        if (this == V1) {
            node.put("success", false).put("status", status).putObject("error").put("code", code).put("message", detail);
            return new Reply(status, JSON, Json.bytes(node));
        }
        node.put("type", "https://api.inference.sh/errors/" + code).put("title", Codes.title(status)).put("status", status).put("detail", detail);
        return new Reply(status, PROBLEM, Json.bytes(node));
    }
}
