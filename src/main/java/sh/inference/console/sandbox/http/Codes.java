package sh.inference.console.sandbox.http;

import java.util.Map;

/** The HTTP status of each code (contract 2.2). */
final class Codes {
    static final int OK = 200;
    private static final Map<String, Integer> STATUS = Map.ofEntries(Map.entry("invalid_request", 400), Map.entry("validation_error", 400),
            Map.entry("extend_failed", 400), Map.entry("unauthorized", 401), Map.entry("payment_required", 402), Map.entry("limit_exceeded", 402), Map.entry("forbidden", 403),
            Map.entry("not_found", 404), Map.entry("method_not_allowed", 405), Map.entry("conflict", 409), Map.entry("engine_draining", 409),
            Map.entry("name_conflict", 409), Map.entry("payload_too_large", 413), Map.entry("misdirected_request", 421), Map.entry("task_failed", 422), Map.entry("rate_limited", 429),
            Map.entry("internal_error", 500), Map.entry("unavailable", 503));
    private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(OK, "OK"), Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"), Map.entry(403, "Forbidden"), Map.entry(404, "Not Found"), Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"), Map.entry(413, "Content Too Large"), Map.entry(421, "Misdirected Request"), Map.entry(422, "Unprocessable Content"), Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"), Map.entry(502, "Bad Gateway"), Map.entry(503, "Service Unavailable"));

    private Codes() {
    }

    static int status(String code) {
        return STATUS.getOrDefault(code, 400);
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }
}
