package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.Problem;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class ProblemTextsTest {
    private final Messages messages = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));

    @Test
    void everyFailureHasATitleASentenceAndANextStepOfItsOwn() {
        List<String> steps = new ArrayList<>();
        for (ApiFailure failure : all()) {
            Problem problem = failure.problem();
            for (var text : List.of(problem.title(), problem.what(), problem.next())) {
                assertThat(messages.has(text.key())).as(text.key()).isTrue();
                assertThat(messages.of(text)).isNotBlank().doesNotContain("''", "{");
            }
            steps.add(messages.of(problem.what()));
        }
        assertThat(steps).doesNotHaveDuplicates();
    }

    @Test
    void aMissingScopeIsNamed() {
        Problem problem = new ApiFailure.Forbidden(Optional.of("engines:write"), "forbidden", "").problem();
        assertThat(messages.of(problem.title())).isEqualTo("The key lacks the scope engines:write");
    }

    private static List<ApiFailure> all() {
        List<ApiFailure> all = new ArrayList<>();
        for (ApiFailure.Cause cause : ApiFailure.Cause.values()) {
            all.add(new ApiFailure.Unreachable(cause, false, ""));
        }
        all.addAll(List.of(new ApiFailure.Unauthorized(""), new ApiFailure.Forbidden(Optional.of("engines:write"), "forbidden", ""),
                new ApiFailure.Forbidden(Optional.empty(), "otp_required", ""), new ApiFailure.Forbidden(Optional.empty(), "forbidden", ""),
                new ApiFailure.NotFound(""), new ApiFailure.Conflict("conflict", ""), new ApiFailure.Rejected(400, "extend_failed", ""), new ApiFailure.Rejected(412, ApiFailure.UNMET, ""), new ApiFailure.TooLarge(200, 32 << 20),
                new ApiFailure.PaymentRequired("payment_required", ""), new ApiFailure.RateLimited(Duration.ofSeconds(7), ""),
                new ApiFailure.ServerFault(502, ""), new ApiFailure.Malformed(200, ""), new ApiFailure.WritesLocked()));
        return all;
    }
}
