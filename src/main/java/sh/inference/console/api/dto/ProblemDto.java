package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * An error in any of the forms it comes in (contract 2.1, 1.2): problem+json, the first generation's {@code error}
 * object, the unmet requirements of a 412, messages of an envelope.
 *
 * @param status what the body says; null when it does not
 * @param scope  a scope named apart from the sentence
 */
public record ProblemDto(String type, String title, Integer status, String detail, String message, String code, ProblemDto error, List<ProblemDto> errors,
                         String scope) {
    private static final Pattern SCOPE = Pattern.compile("\\b([a-z][a-z_]*:(?:read|write|execute|\\*))");

    public static ProblemDto read(JsonParser in) throws IOException {
        String type = null;
        String title = null;
        Integer status = null;
        String detail = null;
        String message = null;
        String code = null;
        ProblemDto error = null;
        List<ProblemDto> errors = null;
        String scope = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "type" -> type = LenientJson.text(in);
                case "title" -> title = LenientJson.text(in);
                case "status" -> status = LenientJson.number(in);
                case "detail" -> detail = LenientJson.text(in);
                case "message" -> message = LenientJson.text(in);
                case "code" -> code = LenientJson.text(in);
                case "error" -> error = in.currentToken() == JsonToken.VALUE_STRING ? saying(in.getText()) : LenientJson.object(in, ProblemDto::read);
                case "errors", "messages" -> errors = LenientJson.objects(in, ProblemDto::read);
                case "meta" -> {
                    ProblemDto meta = LenientJson.object(in, ProblemDto::read);
                    scope = scope == null && meta != null ? meta.scope() : scope;
                }
                case "scope", "required_scope" -> scope = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new ProblemDto(type, title, status, detail, message, code, error, errors, scope);
    }

    /** A failure of which there are only words. */
    public static ProblemDto saying(String words) {
        return new ProblemDto(null, null, null, null, words, null, null, null, null);
    }

    /** The machine's word for it, or empty. */
    public String anyCode() {
        if (filled(code)) {
            return code;
        }
        if (error != null && !error.anyCode().isEmpty()) {
            return error.anyCode();
        }
        return filled(type) && type.contains("/") ? type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** The sentence for people, or empty. */
    public String sentence() {
        String own = Stream.of(detail, title, message).filter(ProblemDto::filled).findFirst().orElse("");
        if (!own.isEmpty()) {
            return own;
        }
        if (error != null && !error.sentence().isEmpty()) {
            return error.sentence();
        }
        return errors == null ? "" : errors.stream().map(ProblemDto::sentence).filter(ProblemDto::filled).collect(Collectors.joining("; "));
    }

    /** The scope this names, apart or in its sentence, or empty. */
    public String anyScope() {
        if (filled(scope)) {
            return scope;
        }
        Matcher named = SCOPE.matcher(sentence());
        return named.find() ? named.group(1) : "";
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
