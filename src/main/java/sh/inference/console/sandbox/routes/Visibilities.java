package sh.inference.console.sandbox.routes;

import java.util.List;

/** Who may see an object (contract 3.2). */
final class Visibilities {
    static final List<String> ALL = List.of("private", "team", "org", "public", "unlisted");

    private Visibilities() {
    }
}
