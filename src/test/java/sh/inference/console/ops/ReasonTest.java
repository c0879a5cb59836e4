package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
    @ParameterizedTest
    @ValueSource(strings = {"inf_4a9c1d", "see inf_sandbox_full please", "export INFERENCE_API_KEY=inf_AbC-123_x", "INF_4A9C1D"})
    void aKeyThatWasPastedIsNotKept(String given) {
        assertThat(Reason.holdsKey(given)).isTrue();
        assertThat(Reason.kept(given)).contains("[key]").doesNotContainIgnoringCase("inf_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fan swap", "", "inf", "the prefix inf_", "inference_api", "see 1r5d7x0wjpnc9476ayn6cfyqcn"})
    void anythingElseIsKeptAsItIs(String given) {
        assertThat(Reason.holdsKey(given)).isFalse();
        assertThat(Reason.kept(given)).isEqualTo(given);
    }

    @Test
    void spacesAroundItAndWhatIsTooLongAreLeftOut() {
        assertThat(Reason.kept("  fan swap ")).isEqualTo("fan swap");
        assertThat(Reason.kept("x".repeat(5000))).hasSize(Reason.LONGEST);
        assertThat(Reason.kept("x".repeat(Reason.LONGEST - 8) + "inf_4a9c1d2e3f")).hasSizeLessThanOrEqualTo(Reason.LONGEST).doesNotContain("inf_");
    }
}
