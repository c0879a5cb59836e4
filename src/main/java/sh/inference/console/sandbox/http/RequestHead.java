package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import sh.inference.console.sandbox.fleet.Refusal;

/**
 * What stands before a request's body (RFC 9112). It is read here, and not by a server that answers what it cannot read in
 * its own way: whatever comes is answered as the service answers it.
 *
 * @param target  as it came, still encoded
 * @param lasting whether the connection stays open afterwards
 * @param headers by their names in lowercase
 */
record RequestHead(String method, String target, boolean isOld, boolean lasting, Map<String, List<String>> headers) {
    private static final int LONGEST_LINE = 64 << 10;
    private static final int MOST_HEADERS = 100;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final List<String> ONCE = List.of("host", "content-length", "transfer-encoding", "authorization");

    /**
     * Reads the next head of a connection.
     *
     * @return null when the connection ended instead
     * @throws Refusal when what came is no request; nothing after it on the connection can be understood
     */
    static RequestHead read(InputStream in) throws IOException {
        String line = line(in);
        for (int empty = 0; line != null && line.isEmpty() && empty < 2; empty++) {
            line = line(in);
        }
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !TOKEN.matcher(parts[0]).matches() || parts[1].isEmpty() || !parts[2].matches("HTTP/1\\.[01]")) {
            throw new Refusal("invalid_request", "this is not a request of HTTP/1.1");
        }
        Map<String, List<String>> headers = headers(in);
        boolean old = parts[2].endsWith("0");
        String connection = String.join(",", headers.getOrDefault("connection", List.of())).toLowerCase(Locale.ROOT);
        return new RequestHead(parts[0], parts[1], old, old ? connection.contains("keep-alive") : !connection.contains("close"), headers);
    }

    /** The first value of a header; null when there is none. */
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.getFirst();
    }

    String headerOrEmpty(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        int count = 0;
        for (String line = line(in); line == null || !line.isEmpty(); line = line(in)) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (colon < 0 || !TOKEN.matcher(line.substring(0, colon)).matches() || ++count > MOST_HEADERS) {
                throw new Refusal("invalid_request", "the headers of this request cannot be read");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(line.substring(colon + 1).strip());
        }
        for (String name : ONCE) {
            if (headers.getOrDefault(name, List.of()).size() > 1) {
                throw new Refusal("invalid_request", "a request has one header " + name + " at most");
            }
        }
        return headers;
    }

    /** Without its end; null at the end of the connection. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() >= LONGEST_LINE) {
                throw new Refusal("invalid_request", "a line of this request is too long");
            }
            line.append((char) next);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new Refusal("invalid_request", "a line of this request has control characters in it");
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
