package sh.inference.console.model;

import java.util.Optional;

/**
 * A request in the form an operator can read, copy and keep: never with a key.
 *
 * @param path below the base URL, with its leading slash and already encoded
 * @param body JSON
 */
public record ApiCall(String method, String path, Optional<String> body) {
    /** The same request for a shell; the key stays a variable. */
    public String asCurl(String baseUrl) {
        StringBuilder line = new StringBuilder("curl -X ").append(method).append(" '").append(quoted(baseUrl + path)).append("'")
                .append(" -H \"Authorization: Bearer $INFERENCE_API_KEY\" -H 'X-API-Version: 2'");
        body.ifPresent(json -> line.append(" -H 'Content-Type: application/json' -d '").append(quoted(json)).append("'"));
        return line.toString();
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
