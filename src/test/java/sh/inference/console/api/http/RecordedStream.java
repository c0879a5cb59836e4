package sh.inference.console.api.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A stream of a small fleet in every form of line and frame that the contract names (8.2, 8.3), wrong ones among them,
 * written down as NDJSON and as server-sent events with the same content. The same seed gives the same stream.
 */
public final class RecordedStream {
    private static final Instant BEGIN = Instant.parse("2026-10-11T09:00:00Z");
    private static final String[] STATUSES = {"running", "pending", "draining", "disconnected", "restarting", "stopping", "stopped", "suspended"};
    private static final String[] NAMES = {"rack-1", "gpü-\u4e2d\u6587", "\\u0041\\n\\\"x\\\"", "\uD83D\uDE80 rocket", ""};
    private static final String[] BROKEN = {"{\"id\":\"e1\",\"status\":", "not json", "[1,2]", "{}{}", "\"text\"", "{\"data\":{\"id\":\"e1\"}", "{\"data\":null}", "7"};

    /** @param event the name, empty for none; it can stand in the JSON or, as an event, outside */
    private record Sent(String event, String data, String fields, Kind kind) {
    }

    private enum Kind {
        BARE, WRAPPED, HEARTBEAT, RAW
    }

    private final Random random;
    private final int engines;
    private final List<Sent> sent = new ArrayList<>();

    public RecordedStream(long seed, int engines, int frames) {
        this.random = new Random(seed);
        this.engines = engines;
        for (int i = 0; i < frames; i++) {
            sent.add(next(i));
        }
    }

    public byte[] ndjson() {
        Random how = new Random(sent.size());
        StringBuilder out = new StringBuilder();
        for (Sent one : sent) {
            out.append(how.nextInt(9) == 0 ? " \n" : "").append(json(one)).append(how.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        return bytes(out);
    }

    public byte[] events() {
        Random how = new Random(sent.size());
        StringBuilder out = new StringBuilder();
        for (Sent one : sent) {
            String end = how.nextInt(4) == 0 ? "\r\n" : how.nextInt(4) == 0 ? "\r" : "\n";
            if (one.kind() == Kind.HEARTBEAT) {
                out.append(": heartbeat").append(end).append(end);
                continue;
            }
            boolean outside = !one.event().isEmpty() && how.nextBoolean();
            String json = outside ? json(new Sent("", one.data(), one.fields(), one.kind())) : json(one);
            out.append(how.nextInt(5) == 0 ? "id: 7" + end + "retry: 10" + end : "").append(outside ? "event: " + one.event() + end : "");
            // A value may be spread over lines where JSON allows white space.
            String[] parts = how.nextInt(3) == 0 && one.kind() == Kind.WRAPPED ? json.split("(?<=\"data\":)") : new String[] {json};
            for (String part : parts) {
                out.append(how.nextBoolean() ? "data: " : "data:").append(part).append(end);
            }
            out.append(end);
        }
        return bytes(out);
    }

    /** The same bytes with some of them changed, doubled or lost. */
    public static byte[] damaged(byte[] bytes, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (byte b : bytes) {
            switch (random.nextInt(400)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> {
                    out.write(b);
                    out.write(b);
                }
                case 2 -> out.write('"');
                case 3 -> out.write("{}[]:,\n\r".charAt(random.nextInt(8)));
                case 4 -> {
                    // lost
                }
                default -> out.write(b);
            }
        }
        return out.toByteArray();
    }

    private Sent next(int step) {
        String id = "e" + random.nextInt(engines);
        String at = BEGIN.plusMillis(random.nextInt(4) == 0 ? random.nextInt(step + 1) : step).toString();
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Sent("", whole(id, at), null, Kind.BARE);
            case 2 -> new Sent("", whole(id, at), null, Kind.WRAPPED);
            case 3 -> new Sent("engines", whole(id, at), random.nextBoolean() ? "[]" : null, Kind.WRAPPED);
            case 4 -> new Sent("update", whole(id, at), null, random.nextBoolean() ? Kind.WRAPPED : Kind.BARE);
            case 5, 6 -> new Sent(random.nextBoolean() ? "engines" : "", "{\"id\":\"" + id + "\",\"status\":\"" + status() + "\",\"name\":\"\",\"updated_at\":\"" + at + "\"}",
                    random.nextBoolean() ? "[\"status\"]" : "[\"Status\",\"workers.0.task_id\"]", Kind.WRAPPED);
            case 7 -> new Sent("workers", worker(id, random.nextInt(3), at), random.nextBoolean() ? "[\"status\",\"task_id\"]" : null, Kind.WRAPPED);
            case 8 -> new Sent("", "", null, Kind.HEARTBEAT);
            case 9 -> new Sent("chats", "{\"id\":\"c1\",\"status\":\"busy\"}", null, Kind.WRAPPED);
            case 10 -> new Sent("", BROKEN[random.nextInt(BROKEN.length)], null, Kind.RAW);
            default -> new Sent("engines", "{\"id\":\"" + id + "\",\"instance\":null,\"workers\":null,\"updated_at\":\"" + at + "\"}", null, Kind.WRAPPED);
        };
    }

    private String whole(String id, String at) {
        StringBuilder workers = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            workers.append(workers.isEmpty() ? "" : ",").append(random.nextInt(6) == 0 ? "null" : worker(id, i, at));
        }
        return "{\"id\":\"" + id + "\",\"name\":\"" + NAMES[random.nextInt(NAMES.length)] + "\",\"status\":\"" + status() + "\",\"engine_version\":\"v1.10." + random.nextInt(3)
                + "\",\"created_at\":\"2026-10-01T08:00:00Z\",\"updated_at\":\"" + at + "\",\"deleted_at\":null,\"config\":{\"api_key\":\"k\"},\"unknown\":{\"deep\":[1,{\"x\":null}]},"
                + "\"instance\":" + (random.nextBoolean() ? "null" : "{\"id\":\"i\",\"status\":\"active\",\"hourly_price\":210,\"auto_delete\":{}}") + ",\"workers\":[" + workers + "]}";
    }

    private String worker(String engine, int index, String at) {
        boolean busy = random.nextBoolean();
        return "{\"id\":\"" + engine + "w" + index + "\",\"engine_id\":\"" + engine + "\",\"index\":" + index + ",\"status\":\"" + (busy ? "busy" : "idle") + "\",\"task_id\":"
                + (busy ? "\"t" + random.nextInt(99) + "\"" : "null") + ",\"app_id\":\"a1\",\"app_version_id\":\"v1\",\"updated_at\":\"" + at + "\"}";
    }

    private String status() {
        return STATUSES[random.nextInt(STATUSES.length)];
    }

    private static String json(Sent one) {
        return switch (one.kind()) {
            case HEARTBEAT -> "{\"type\":\"heartbeat\"}";
            case BARE, RAW -> one.data();
            case WRAPPED -> "{" + (one.event().isEmpty() ? "" : "\"event\":\"" + one.event() + "\",") + "\"data\":" + one.data()
                    + (one.fields() == null ? "" : ",\"fields\":" + one.fields()) + "}";
        };
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
