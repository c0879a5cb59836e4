package sh.inference.console.sandbox.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the route of a call; among several the most particular one. */
public final class Router {
    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparingInt(Route::braces)).toList();
    }

    record Match(Route route, Map<String, String> parameters) {
    }

    /** What was found: a route, or the methods the path would have. */
    record Found(Optional<Match> match, List<String> otherMethods) {
    }

    Found find(String method, List<String> path) {
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            if (!others.isEmpty() && route.braces() > 0 && ownsAddress(path)) {
                break;
            }
            Optional<Map<String, String>> parameters = route.match(path);
            if (parameters.isPresent()) {
                if (route.method().equals(method)) {
                    return new Found(Optional.of(new Match(route, parameters.get())), List.of());
                }
                others.add(route.method());
            }
        }
        return new Found(Optional.empty(), new ArrayList<>(others));
    }

    /** Whether some route names the path word for word: then no route takes one of its words for an id. */
    private boolean ownsAddress(List<String> path) {
        return routes.stream().anyMatch(route -> route.segments().equals(path));
    }
}
