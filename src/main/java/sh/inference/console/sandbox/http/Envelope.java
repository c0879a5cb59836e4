package sh.inference.console.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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

    Reply success(byte[] json) {
        return new Reply(200, JSON, switch (this) {
            case BARE -> json;
            case V1 -> around("{\"success\":true,\"status\":200,\"data\":", json, "}");
            case V3 -> around("{\"data\":", json, ",\"messages\":[]}");
        });
    }

    private static byte[] around(String before, byte[] json, String after) {
        ByteBuffer wrapped = ByteBuffer.allocate(before.length() + json.length + after.length());
        return wrapped.put(before.getBytes(StandardCharsets.UTF_8)).put(json).put(after.getBytes(StandardCharsets.UTF_8)).array();
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
