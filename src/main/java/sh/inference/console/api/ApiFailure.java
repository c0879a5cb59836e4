package sh.inference.console.api;

import java.time.Duration;
import java.util.Optional;

import sh.inference.console.model.Problem;

/** Every way a call can fail (contract 2). {@code detail} is what the service said, for people; it may be empty. */
public sealed interface ApiFailure {
    /** The code of a refusal for want of secrets, integrations or scopes (412). */
    String UNMET = "requirements_not_met";

    String detail();

    /** Why no answer came. */
    enum Cause {
        DNS, REFUSED, TLS, PROXY, TIMEOUT, RESET, CANCELLED,
        /** The connection's own settings cannot be used. */
        SETTINGS, OTHER
    }

    /** No answer. {@code sent} tells whether the request may have reached the service. */
    record Unreachable(Cause cause, boolean sent, String detail) implements ApiFailure {
    }

    record Unauthorized(String detail) implements ApiFailure {
    }

    /** @param scope the missing scope, where the service names it */
    record Forbidden(Optional<String> scope, String code, String detail) implements ApiFailure {
    }

    record NotFound(String detail) implements ApiFailure {
    }

    record Conflict(String code, String detail) implements ApiFailure {
    }

    /** The request was understood and refused. */
    record Rejected(int status, String code, String detail) implements ApiFailure {
    }

    record PaymentRequired(String code, String detail) implements ApiFailure {
    }

    record RateLimited(Duration retryAfter, String detail) implements ApiFailure {
    }

    record ServerFault(int status, String detail) implements ApiFailure {
    }

    /** An answer that is not the API's. */
    record Malformed(int status, String detail) implements ApiFailure {
    }

    /** Not sent: this console lets no write pass now. */
    record WritesLocked() implements ApiFailure {
        @Override
        public String detail() {
            return "";
        }
    }

    /** An answer longer than the console takes in. No more of it than the limit was read. */
    record TooLarge(int status, long limit) implements ApiFailure {
        @Override
        public String detail() {
            return "";
        }
    }

    /** The failure in an operator's words, with the next step. */
    default Problem problem() {
        return switch (this) {
            case Unreachable f -> new Problem("unreachable." + f.cause().name().toLowerCase(java.util.Locale.ROOT), java.util.List.of(), f.detail());
            case Unauthorized f -> new Problem("unauthorized", java.util.List.of(), f.detail());
            case Forbidden f when f.scope().isPresent() -> new Problem("forbidden.scope", java.util.List.of(f.scope().get()), f.detail());
            case Forbidden f when f.code().equals("otp_required") -> new Problem("otp", java.util.List.of(), f.detail());
            case Forbidden f -> new Problem("forbidden", java.util.List.of(), f.detail());
            case NotFound f -> new Problem("notfound", java.util.List.of(), f.detail());
            case Conflict f -> new Problem("conflict", java.util.List.of(), f.detail());
            case Rejected f when f.code().equals(UNMET) -> new Problem("requirements", java.util.List.of(), f.detail());
            case Rejected f -> new Problem("rejected", java.util.List.of(f.code()), f.detail());
            case PaymentRequired f -> new Problem("payment", java.util.List.of(), f.detail());
            case RateLimited f -> new Problem("ratelimited", java.util.List.of(f.retryAfter()), f.detail());
            case ServerFault f -> new Problem("server", java.util.List.of(f.status()), f.detail());
            case WritesLocked f -> Problem.of("locked");
            case TooLarge f -> new Problem("toolarge", java.util.List.of(f.limit() >> 20), f.detail());
            case Malformed f -> new Problem("malformed", java.util.List.of(f.status()), f.detail());
        };
    }
}
