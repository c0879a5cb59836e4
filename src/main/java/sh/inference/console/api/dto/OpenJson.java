package sh.inference.console.api.dto;

import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * JSON as it came, for people to read, without the values of members that may hold secrets (contract 5.3, 7.1, 11). They
 * are cut out by their names while it is read, so that they are held nowhere.
 */
public final class OpenJson {
    private static final Pattern SECRET = Pattern.compile("(?i).*(key|secret|token|passw|credential|authorization|certificate|cookie).*|envs?|environment|launch_configuration|.*script.*");
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST = 8_000;
    private static final String CUT = "(not shown)";

    private OpenJson() {
    }

    /** The same, cut where it becomes too long to be held for many. */
    public static String readSome(JsonParser in) throws IOException {
        String all = read(in);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "\n\u2026";
    }

    /** Reads the value that the parser stands on. */
    public static String read(JsonParser in) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            copy(in, out);
        }
        return text.toString();
    }

    private static void copy(JsonParser in, JsonGenerator out) throws IOException {
        switch (in.currentToken()) {
            case START_OBJECT -> {
                out.writeStartObject();
                for (String member; (member = LenientJson.nextMember(in)) != null; ) {
                    out.writeFieldName(member);
                    if (SECRET.matcher(member).matches() && in.currentToken() != JsonToken.VALUE_NULL) {
                        in.skipChildren();
                        out.writeString(CUT);
                    } else {
                        copy(in, out);
                    }
                }
                out.writeEndObject();
            }
            case START_ARRAY -> {
                out.writeStartArray();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    copy(in, out);
                }
                out.writeEndArray();
            }
            default -> out.copyCurrentEvent(in);
        }
    }
}
