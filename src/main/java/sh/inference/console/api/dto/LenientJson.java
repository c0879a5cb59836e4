package sh.inference.console.api.dto;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads single values as far as they can be understood: each method looks at the current token, consumes the whole
 * value and answers null where the value is absent or of another kind. Only broken JSON throws.
 */
public final class LenientJson {
    private static final long LARGEST_SCALE = 400;
    /** A number of as many characters is no more than a long can hold. */
    private static final int SURE_DIGITS = 18;
    private static final SharedTexts SHARED = new SharedTexts();
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonFactory FRAMES = JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private LenientJson() {
    }

    /** How an object is read; the parser stands on its opening brace, and on its closing brace afterwards. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonParser in) throws IOException;
    }

    public static JsonParser parse(byte[] bytes, int from, int length) throws IOException {
        return FACTORY.createParser(bytes, from, length);
    }

    /** The same for one frame of a stream, which is known to be UTF-8 without a byte order mark. */
    public static JsonParser parseFrame(byte[] bytes, int from, int length) throws IOException {
        return FRAMES.createParser(bytes, from, length);
    }

    /** Moves to the next member's value and gives its name, or null at the end of the object. */
    public static String nextMember(JsonParser in) throws IOException {
        String name = in.nextFieldName();
        if (name != null) {
            in.nextToken();
        }
        return name;
    }

    public static String text(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isScalarValue()) {
            return in.getText();
        }
        in.skipChildren();
        return null;
    }

    /** A text that many engines share, such as a version or the name of a GPU, which is kept once for all of them. */
    static String sharedText(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return text(in);
        }
        return SHARED.of(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    }

    /** Passes over a value that nobody wants. */
    static String nothing(JsonParser in) throws IOException {
        in.skipChildren();
        return null;
    }

    /** A whole number, also one written as a string or with a fraction; out of range counts as absent. */
    public static Long whole(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT && in.getTextLength() <= SURE_DIGITS) {
            return digits(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
        }
        BigDecimal exact = decimal(in);
        if (exact == null || Math.abs((long) exact.scale()) > LARGEST_SCALE) {
            return null;
        }
        BigInteger floor = exact.toBigInteger();
        return floor.bitLength() < Long.SIZE ? floor.longValue() : null;
    }

    private static long digits(char[] from, int offset, int length) {
        boolean negative = from[offset] == '-';
        long value = 0;
        for (int i = negative ? offset + 1 : offset; i < offset + length; i++) {
            value = value * 10 + from[i] - '0';
        }
        return negative ? -value : value;
    }

    public static Integer number(JsonParser in) throws IOException {
        Long value = whole(in);
        return value == null || value != value.intValue() ? null : Integer.valueOf(value.intValue());
    }

    public static BigDecimal decimal(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return in.getDecimalValue();
        }
        String text = token == JsonToken.VALUE_STRING ? in.getText().strip() : null;
        in.skipChildren();
        if (text == null || text.isEmpty() || text.length() > 40) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    public static Boolean truth(JsonParser in) throws IOException {
        String text = text(in);
        return "true".equals(text) ? Boolean.TRUE : "false".equals(text) ? Boolean.FALSE : null;
    }

    /** An object, or null for anything else. */
    public static <T> T object(JsonParser in, Reader<T> reader) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            return reader.read(in);
        }
        in.skipChildren();
        return null;
    }

    /** The objects of a list without its nulls and strays, or null for anything that is not a list. */
    public static <T> List<T> objects(JsonParser in, Reader<T> reader) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return null;
        }
        List<T> items = new ArrayList<>(4);
        for (JsonToken token; (token = in.nextToken()) != JsonToken.END_ARRAY; ) {
            T item = null;
            if (token == JsonToken.START_OBJECT) {
                item = reader.read(in);
            } else {
                in.skipChildren();
            }
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    /** Every item of a list, whatever it is, or null for anything that is not a list. The reader must consume the item it stands on. */
    static <T> List<T> items(JsonParser in, Reader<T> reader) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return null;
        }
        List<T> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(reader.read(in));
        }
        return items;
    }

    /** Whether a value can be told in a word, or is absent. */
    static boolean isPlain(JsonParser in) {
        return in.currentToken().isScalarValue();
    }

    /** Whether a value is what a token begins, or is absent. */
    static boolean begins(JsonParser in, JsonToken with) {
        return in.currentToken() == with || in.currentToken() == JsonToken.VALUE_NULL;
    }

    static List<String> sharedTexts(JsonParser in) throws IOException {
        return texts(in, LenientJson::sharedText);
    }

    public static List<String> texts(JsonParser in) throws IOException {
        return texts(in, LenientJson::text);
    }

    private static List<String> texts(JsonParser in, Reader<String> reader) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return null;
        }
        List<String> items = new ArrayList<>(4);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            String item = reader.read(in);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }
}
