package sh.inference.console.sandbox.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path, whose segments in braces match anything.
 *
 * @param scope  what the key must hold; empty for any good key; null when no key is needed
 */
public record Route(String method, List<String> segments, String scope, Handler handler) {
    public static Route of(String method, String path, String scope, Handler handler) {
        return new Route(method, List.of(path.substring(1).split("/")), scope, handler);
    }

    /** The values of the segments in braces, when the path is this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Its method and its path, with the names in braces. */
    public String address() {
        return method + " /" + String.join("/", segments);
    }

    /** Routes with fewer braces are more particular. */
    int braces() {
        return (int) segments.stream().filter(segment -> segment.startsWith("{")).count();
    }
}
