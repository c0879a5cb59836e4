package sh.inference.console.sandbox.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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

    /**
     * @param event the name of a typed event; empty for none
     * @param news  what there is to tell
     */
    byte[] frame(String event, News news) {
        if (this == SSE) {
            return joined(event.isEmpty() ? "data: " : "event: " + event + "\ndata: ", news.json(), 0, "\n\n");
        }
        if (event.isEmpty()) {
            return joined("", news.json(), 0, "\n");
        }
        // A part brings its members data and fields along; a whole object becomes the data.
        return news.isPart() ? joined("{\"event\":\"" + event + "\",", news.json(), 1, "\n")
                : joined("{\"event\":\"" + event + "\",\"data\":", news.json(), 0, "}\n");
    }

    private static byte[] joined(String before, byte[] json, int from, String after) {
        ByteBuffer frame = ByteBuffer.allocate(before.length() + json.length - from + after.length());
        return frame.put(before.getBytes(StandardCharsets.US_ASCII)).put(json, from, json.length - from).put(after.getBytes(StandardCharsets.US_ASCII)).array();
    }
}
