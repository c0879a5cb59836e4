package sh.inference.console.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;
import sh.inference.console.api.dto.LenientJson;
import sh.inference.console.api.dto.ProblemDto;

/** Tells failures apart by their HTTP status, and finds their code and sentence in whatever body came (contract 2). */
final class FailureReader {
    private static final int LONGEST_DETAIL = 500;
    private static final Pattern HEADLINE = Pattern.compile("<(title|h1)[^>]*>\\s*([^<]*?)\\s*</", Pattern.CASE_INSENSITIVE);
    private final String secret;

    /** @param authorization the header of the request: a service that echoes the key does not get it shown */
    FailureReader(String authorization) {
        this.secret = authorization.substring(authorization.indexOf(' ') + 1);
    }

    ApiFailure read(int status, byte[] body, Duration retryAfter) {
        return of(status, problem(body), body, retryAfter);
    }

    /** An error that came as a success, or as a frame of a stream. */
    ApiFailure read(ProblemDto problem, int statusOtherwise) {
        int status = problem.status() != null && problem.status() >= 400 ? problem.status() : byCode(problem.anyCode(), statusOtherwise);
        return of(status, Optional.of(problem), new byte[0], Duration.ofSeconds(1));
    }

    private ApiFailure of(int status, Optional<ProblemDto> problem, byte[] body, Duration retryAfter) {
        String code = problem.map(ProblemDto::anyCode).filter(word -> !word.isEmpty()).orElseGet(() -> "http_" + status);
        String detail = hidden(problem.map(ProblemDto::sentence).orElseGet(() -> headline(body)));
        return switch (status) {
            case 401 -> new ApiFailure.Unauthorized(detail);
            case 402 -> new ApiFailure.PaymentRequired(code, detail);
            case 403 -> new ApiFailure.Forbidden(problem.map(ProblemDto::anyScope).filter(scope -> !scope.isEmpty()), code, detail);
            case 404, 410 -> new ApiFailure.NotFound(detail);
            case 407 -> new ApiFailure.Unreachable(Cause.PROXY, false, detail);
            case 408 -> new ApiFailure.Unreachable(Cause.TIMEOUT, true, detail);
            case 409 -> new ApiFailure.Conflict(code, detail);
            case 412 -> new ApiFailure.Rejected(status, code.startsWith("http_") ? ApiFailure.UNMET : code, detail);
            case 429 -> new ApiFailure.RateLimited(retryAfter, detail);
            default -> status >= 500 ? new ApiFailure.ServerFault(status, detail)
                    : status >= 400 ? new ApiFailure.Rejected(status, code, detail) : new ApiFailure.Malformed(status, detail);
        };
    }

    /** An answer that is not the API's, for example the page of a hotel's network. */
    ApiFailure malformed(int status, byte[] body) {
        return new ApiFailure.Malformed(status, hidden(headline(body)));
    }

    private static int byCode(String code, int otherwise) {
        return switch (code) {
            case "unauthorized" -> 401;
            case "payment_required", "payment_method_required", "limit_exceeded" -> 402;
            case "forbidden", "team_role_required", "otp_required" -> 403;
            case "not_found" -> 404;
            case "conflict", "name_conflict", "already_exists" -> 409;
            case "rate_limited" -> 429;
            case "internal_error" -> 500;
            default -> otherwise;
        };
    }

    private static Optional<ProblemDto> problem(byte[] body) {
        try (JsonParser in = LenientJson.parse(body, 0, body.length)) {
            return in.nextToken() == JsonToken.START_OBJECT ? Optional.of(ProblemDto.read(in)) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The headline of an HTML page, or the beginning of a plain text. */
    private static String headline(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 16 << 10), StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            Matcher title = HEADLINE.matcher(text);
            return title.find() ? title.group(2) : "";
        }
        return text.startsWith("{") || text.startsWith("[") ? "" : text;
    }

    private String hidden(String detail) {
        String safe = secret.length() < 4 ? detail : detail.replace(secret, "[key]");
        return safe.length() <= LONGEST_DETAIL ? safe : safe.substring(0, LONGEST_DETAIL) + "…";
    }
}
