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

    /** The text that {@link #of} wrote between the quotes. */
    public static String read(String escaped) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) != '\\' || i + 1 == escaped.length()) {
                out.append(escaped.charAt(i));
                continue;
            }
            i++;
            switch (escaped.charAt(i)) {
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    out.append((char) Integer.parseInt(escaped, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> out.append(escaped.charAt(i));
            }
        }
        return out.toString();
    }
}
