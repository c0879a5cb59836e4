package sh.inference.console.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Lines of a workspace stream as a busy fleet sends them, each 1,200 bytes long with its end: whole engines and parts
 * with their workers, in turn, each newer than the one before.
 */
final class StreamLines {
    static final int LENGTH = 1200;
    private static final Instant BEGIN = Instant.parse("2026-10-11T09:00:00.123456Z");
    private static final String[] STATUSES = {"running", "running", "running", "draining", "disconnected"};
    private static final String[] WORKER_STATUSES = {"busy", "idle", "reserved"};
    private final Random random = new Random(11);
    private final int engines;

    StreamLines(int engines) {
        this.engines = engines;
    }

    byte[] bytes(int lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines * LENGTH);
        for (int i = 0; i < lines; i++) {
            int engine = random.nextInt(engines);
            out.writeBytes(padded(i % 2 == 0 ? whole(engine, i) : part(engine, i)).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private String whole(int engine, int step) {
        return ("{\"event\":\"engines\",\"data\":{\"id\":\"%s\",\"short_id\":\"%s\",\"created_at\":\"2026-10-01T08:00:00.123456Z\",\"updated_at\":\"%s\",\"deleted_at\":null,"
                + "\"user_id\":\"%s\",\"user\":null,\"team_id\":\"%s\",\"team\":null,\"visibility\":\"team\",\"name\":\"gpu-%d\",\"api_url\":\"\",\"status\":\"%s\","
                + "\"engine_version\":\"v1.10.1556\",\"config\":{\"name\":\"gpu\",\"engine_port\":\"8163\",\"workers\":{\"gpu\":[{\"gpus\":[0]}],\"cpu\":{\"count\":0}},\"api_key\":\"\",\"container_mode\":true},\"system_info\":null,\"instance\":null,"
                + "\"workers\":[%s],\"note\":\"PAD\"}}\n").formatted(id('e', engine), id('e', engine).substring(0, 8), at(step), id('u', 1), id('t', 1), engine,
                STATUSES[random.nextInt(STATUSES.length)], worker(engine, 0));
    }

    private String part(int engine, int step) {
        return "{\"event\":\"engines\",\"data\":{\"id\":\"%s\",\"status\":\"%s\",\"updated_at\":\"%s\",\"workers\":[%s,%s],\"note\":\"PAD\"},\"fields\":[\"status\",\"workers\"]}\n"
                .formatted(id('e', engine), STATUSES[random.nextInt(STATUSES.length)], at(step), worker(engine, 0), worker(engine, 1));
    }

    private String worker(int engine, int index) {
        String status = WORKER_STATUSES[random.nextInt(WORKER_STATUSES.length)];
        return ("{\"id\":\"%s\",\"short_id\":\"w0000000\",\"created_at\":\"2026-10-01T08:00:00.1Z\",\"updated_at\":\"2026-10-01T08:00:00.1Z\",\"user_id\":\"u1\",\"team_id\":\"t1\",\"index\":%d,\"status\":\"%s\",\"engine_id\":\"%s\","
                + "\"task_id\":%s,\"app_id\":\"%s\",\"app_version_id\":\"%s\",\"gpus\":[{\"id\":\"g0\",\"gpu_id\":\"GPU-0\",\"type\":\"nvidia\",\"name\":\"NVIDIA H100\",\"vram\":85899345920}],"
                + "\"system_info\":{},\"warm_apps\":[]}").formatted(id('w', engine * 8 + index), index, status, id('e', engine),
                status.equals("busy") ? "\"" + id('k', random.nextInt(1_000_000)) + "\"" : "null", id('a', random.nextInt(18)), id('v', random.nextInt(60)));
    }

    private static String padded(String line) {
        int missing = LENGTH - line.length() + "PAD".length();
        if (missing < 0) {
            throw new IllegalStateException("a line of " + line.length() + " bytes: " + line);
        }
        return line.replace("PAD", "p".repeat(missing));
    }

    private static String at(int step) {
        return BEGIN.plusMillis(step).toString();
    }

    private static String id(char kind, int number) {
        return kind + "%025d".formatted(number);
    }
}
