package sh.inference.console.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sh.inference.console.sandbox.fleet.Refusal;

/**
 * Where a call goes. An optional {@code /v1} in front is dropped (contract 1.1).
 *
 * @param authority the host it names itself; empty when it leaves that to the Host header
 */
record Address(String authority, List<String> path, Map<String, String> query) {
    private static final Pattern WHOLE = Pattern.compile("(?i:https?)://([^/?#]*)(.*)");
    private static final int MOST_PARAMETERS = 1000;

    /** @param target as it stands in a request: a path, or a whole address as proxies are sent it */
    static Address read(String target) {
        Matcher whole = WHOLE.matcher(target);
        String authority = whole.matches() ? whole.group(1) : "";
        String rest = whole.matches() ? whole.group(2) : target;
        int question = rest.indexOf('?');
        String raw = question < 0 ? rest : rest.substring(0, question);
        if (!raw.startsWith("/") && !whole.matches() || raw.contains("#")) {
            throw new Refusal("invalid_request", "the address must be a path");
        }
        List<String> path = new ArrayList<>();
        for (String segment : raw.replaceFirst("^/", "").split("/", -1)) {
            path.add(decode(segment.replace("+", "%2B")));
        }
        if (path.size() > 1 && path.getFirst().equals("v1")) {
            path.removeFirst();
        }
        Map<String, String> query = new HashMap<>();
        if (question >= 0) {
            String[] parameters = rest.substring(question + 1).split("&", MOST_PARAMETERS + 1);
            if (parameters.length > MOST_PARAMETERS) {
                throw new Refusal("invalid_request", "the address has too many parameters");
            }
            for (String parameter : parameters) {
                int equals = parameter.indexOf('=');
                // A bare plus is a space here, as it is on the service: cursors must be encoded.
                query.put(decode(equals < 0 ? parameter : parameter.substring(0, equals)), equals < 0 ? "" : decode(parameter.substring(equals + 1)));
            }
        }
        return new Address(authority, path, query);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("invalid_request", "the address is not properly encoded");
        }
    }
}
