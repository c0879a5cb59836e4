package sh.inference.console.model;

/** A text as a JSON string, with its quotes: the one form in which requests, copied commands and reports write it. */
public final class JsonString {
    private JsonString() {
    }

    public static String of(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> out.append(switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
        }));
        return out.append('"').toString();
    }
}
