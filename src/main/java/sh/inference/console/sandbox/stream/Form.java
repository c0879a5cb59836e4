package sh.inference.console.sandbox.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.wire.Json;

/** The two ways frames are written: lines of JSON, or server-sent events (contract 8.2, 8.3). */
enum Form {
    NDJSON("application/x-ndjson", "{\"type\":\"heartbeat\"}\n"), SSE("text/event-stream", ": heartbeat\n\n");

    private final String contentType;
    private final byte[] heartbeat;

    Form(String contentType, String heartbeat) {
        this.contentType = contentType;
        this.heartbeat = heartbeat.getBytes(StandardCharsets.UTF_8);
    }

    static Form of(String accept) {
        return accept.contains("application/x-ndjson") || accept.contains("application/jsonl") ? NDJSON : SSE;
    }

    String contentType() {
        return contentType;
    }

    byte[] heartbeat() {
        return heartbeat;
    }

    /** @param event the name of a typed event; empty for none */
    byte[] frame(String event, ObjectNode content) {
        if (this == SSE) {
            String name = event.isEmpty() ? "" : "event: " + event + "\n";
            return (name + "data: " + new String(Json.bytes(content), StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
        ObjectNode line = content;
        if (!event.isEmpty()) {
            line = Json.object().put("event", event);
            if (content.has("fields") && content.has("data")) {
                line.setAll(content);
            } else {
                line.set("data", content);
            }
        }
        byte[] text = Json.bytes(line);
        byte[] ended = Arrays.copyOf(text, text.length + 1);
        ended[text.length] = '\n';
        return ended;
    }
}
