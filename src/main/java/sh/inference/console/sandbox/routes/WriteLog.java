package sh.inference.console.sandbox.routes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;

import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.wire.Json;

/** Every write that reached a route, the last thousands of them. */
public final class WriteLog {
    private static final List<String> READS_BY_POST = List.of("/list", "/resources", "/estimate", "/suggest");
    private static final int KEPT = 5000;
    private static final int LONGEST_BODY = 2000;
    private final Deque<Write> writes = new ArrayDeque<>();

    private record Write(Instant at, String method, String path, String body) {
    }

    /** Whether a call changes something: reads by POST do not, nor does what only the sandbox has. */
    static boolean isWrite(Call call) {
        return !call.method().equals("GET") && !call.path().startsWith("/_sandbox") && READS_BY_POST.stream().noneMatch(call.path()::endsWith);
    }

    synchronized void add(Call call, Instant at) {
        String body = new String(call.content(), StandardCharsets.UTF_8);
        writes.add(new Write(at, call.method(), call.path(), body.substring(0, Math.min(body.length(), LONGEST_BODY))));
        if (writes.size() > KEPT) {
            writes.poll();
        }
    }

    synchronized ArrayNode json() {
        ArrayNode list = Json.array();
        writes.forEach(write -> list.addObject().put("at", Json.time(write.at)).put("method", write.method).put("path", write.path).put("body", write.body));
        return list;
    }
}
