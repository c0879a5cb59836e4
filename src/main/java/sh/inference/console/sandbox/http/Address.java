package sh.inference.console.sandbox.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sh.inference.console.sandbox.fleet.Refusal;

/** The path and the query of a call. An optional {@code /v1} in front is dropped (contract 1.1). */
record Address(List<String> path, Map<String, String> query) {
    static Address read(URI uri) {
        List<String> path = new ArrayList<>();
        String raw = uri.getRawPath() == null ? "" : uri.getRawPath();
        for (String segment : raw.replaceFirst("^/", "").split("/", -1)) {
            path.add(decode(segment.replace("+", "%2B")));
        }
        if (path.size() > 1 && path.getFirst().equals("v1")) {
            path.removeFirst();
        }
        Map<String, String> query = new HashMap<>();
        String parameters = uri.getRawQuery();
        if (parameters != null) {
            for (String parameter : parameters.split("&")) {
                int equals = parameter.indexOf('=');
                // A bare plus is a space here, as it is on the service: cursors must be encoded.
                query.put(decode(equals < 0 ? parameter : parameter.substring(0, equals)), equals < 0 ? "" : decode(parameter.substring(equals + 1)));
            }
        }
        return new Address(path, query);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("invalid_request", "the address is not properly encoded");
        }
    }
}
