package sh.inference.console.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes JSON member by member into one growing buffer. Engines are written thousands of times a second, on a machine
 * that also runs whoever reads them, so nothing is built up first.
 */
public final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;
    private byte[] buffer = new byte[1024];
    private int length;
    private boolean comma;

    /** Something that can be written. */
    @FunctionalInterface
    public interface Content {
        void write(JsonWriter out);
    }

    /** Begins anew in the same buffer. */
    public JsonWriter reset() {
        length = 0;
        comma = false;
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    public JsonWriter object() {
        return open('{');
    }

    public JsonWriter object(String name) {
        return name(name).open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter array() {
        return open('[');
    }

    public JsonWriter array(String name) {
        return name(name).open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    /** The name of what is written next. */
    public JsonWriter name(String name) {
        separate();
        quote(name);
        put(':');
        comma = false;
        return this;
    }

    /** @param text may be null */
    public JsonWriter put(String name, String text) {
        return name(name).add(text);
    }

    public JsonWriter put(String name, long number) {
        return name(name).add(number);
    }

    public JsonWriter put(String name, double number) {
        return name(name).plain(Double.toString(number));
    }

    public JsonWriter put(String name, boolean flag) {
        return name(name).plain(Boolean.toString(flag));
    }

    public JsonWriter put(String name, JsonNode tree) {
        return name(name).add(tree);
    }

    /** @param moment may be null */
    public JsonWriter put(String name, Instant moment) {
        return name(name).add(Json.time(moment));
    }

    public JsonWriter putNull(String name) {
        return name(name).addNull();
    }

    /** @param text may be null */
    public JsonWriter add(String text) {
        if (text == null) {
            return addNull();
        }
        separate();
        quote(text);
        return this;
    }

    public JsonWriter add(long number) {
        return plain(Long.toString(number));
    }

    public JsonWriter addNull() {
        return plain("null");
    }

    public JsonWriter add(JsonNode tree) {
        return add(Json.bytes(tree));
    }

    /** @param json a whole value, written already */
    public JsonWriter add(byte[] json) {
        separate();
        reserve(json.length);
        System.arraycopy(json, 0, buffer, length, json.length);
        length += json.length;
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        put(bracket);
        comma = true;
        return this;
    }

    private JsonWriter plain(String ascii) {
        separate();
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** A comma before every value but the first of its list and the one after a name. */
    private void separate() {
        if (comma) {
            put(',');
        }
        comma = true;
    }

    private void quote(String text) {
        int size = text.length();
        reserve(size * LONGEST_ESCAPE + 2);
        buffer[length++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                escape(c);
            } else if (c < 0x80) {
                buffer[length++] = (byte) c;
            } else if (c < 0x800) {
                buffer[length++] = (byte) (0xc0 | c >> 6);
                buffer[length++] = (byte) (0x80 | c & 0x3f);
            } else {
                buffer[length++] = (byte) (0xe0 | c >> 12);
                buffer[length++] = (byte) (0x80 | c >> 6 & 0x3f);
                buffer[length++] = (byte) (0x80 | c & 0x3f);
            }
        }
        buffer[length++] = '"';
    }

    /** Halves of a pair are escaped like control characters, which keeps a lone one readable. */
    private void escape(char c) {
        buffer[length++] = '\\';
        if (c == '"' || c == '\\') {
            buffer[length++] = (byte) c;
            return;
        }
        buffer[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[c >> shift & 0xf];
        }
    }

    private void put(char ascii) {
        reserve(1);
        buffer[length++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
