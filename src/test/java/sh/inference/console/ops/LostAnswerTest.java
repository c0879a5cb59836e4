package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;

/** What the record says when a request was sent and no good answer came. Nothing is ever sent twice. */
class LostAnswerTest {
    private static final ExtendEngine EXTEND = new ExtendEngine("id-c", new BigDecimal("3"));
    @TempDir
    private Path folder;
    private DeskRig rig;

    static Stream<ApiFailure> uncertain() {
        return Stream.of(new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, "reset"), new ApiFailure.Unreachable(ApiFailure.Cause.TIMEOUT, true, ""),
                new ApiFailure.ServerFault(502, "bad gateway"), new ApiFailure.Malformed(200, "<html>"));
    }

    @BeforeEach
    void aCloudEngine() {
        rig = new DeskRig(folder).with(Engines.running("c").cents(210).endsIn(Duration.ofHours(4)).idle(1)).with(Apps.named("flux").versions(2).current(1));
        rig.operator.thenSend("");
    }

    @AfterEach
    void nothingWasSentTwice() {
        assertThat(rig.service.writes).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("uncertain")
    void anExtensionThatTookEffectIsFoundByItsThreshold(ApiFailure how) {
        rig.service.loseNextAnswer(how);
        rig.desk.request(EXTEND);
        assertThat(rig.operator.result().sent()).isEqualTo(Sent.UNCERTAIN);
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
        assertThat(texts()).anyMatch(text -> text.startsWith("The answer was lost"));
    }

    @ParameterizedTest
    @MethodSource("uncertain")
    void anExtensionOfWhichNothingIsSeenIsSaidToBeUnseen(ApiFailure how) {
        rig.service.refuseNext(how);
        rig.desk.request(EXTEND);
        assertThat(rig.operator.result().sent()).isEqualTo(Sent.UNCERTAIN);
        assertThat(rig.last().state()).isEqualTo(OperationState.SENT);
        assertThat(texts().getLast()).isEqualTo("The answer was lost. Read again: it has not ended as asked so far.");
        assertThat(rig.desk.whyNot(EXTEND)).map(Text::key).contains("why.in-flight");
        for (int second = 0; second < 60; second++) {
            rig.tick(Duration.ofSeconds(1));
        }
        assertThat(rig.last().state()).isEqualTo(OperationState.TIMED_OUT);
        assertThat(texts().getLast()).isEqualTo("The answer was lost and nothing was seen of it for 1 min. It was not sent again: see how its target is, and ask again if it is still wanted.");
        assertThat(rig.desk.whyNot(EXTEND)).isEmpty();
    }

    @Test
    void anEffectThatShowsLaterIsStillFound() {
        rig.service.refuseNext(new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, ""));
        rig.desk.request(EXTEND);
        rig.service.set(Engines.running("c").cents(210).endsIn(Duration.ofHours(7)).idle(1));
        rig.tick(Duration.ofSeconds(5));
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void whenReadingAgainFailsAsWellThatIsSaid() {
        rig.service.onWrite = () -> rig.service.failReads(new ApiFailure.Unreachable(ApiFailure.Cause.DNS, false, ""));
        rig.service.loseNextAnswer(new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, ""));
        rig.desk.request(EXTEND);
        assertThat(texts().getLast()).isEqualTo("The answer was lost, and reading again failed as well. It is not sent again; the target is read again as soon as it can be.");
        assertThat(rig.last().state()).isEqualTo(OperationState.SENT);
    }

    @Test
    void aDrainThatTookEffectIsFollowedToItsEnd() {
        rig.service.loseNextAnswer(new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, ""));
        rig.desk.request(new DrainEngine("id-c"));
        assertThat(rig.last().state()).isEqualTo(OperationState.OBSERVED);
        rig.becomes("id-c", sh.inference.console.model.EngineStatus.STOPPED);
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void aPromotionThatTookEffectIsFoundByTheCurrentVersion() {
        rig.service.loseNextAnswer(new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, ""));
        rig.desk.request(new PromoteVersion("app-flux", "flux-v2"));
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void aRequestThatNeverLeftIsSimplyRefused() {
        rig.service.refuseNext(new ApiFailure.Unreachable(ApiFailure.Cause.REFUSED, false, ""));
        rig.desk.request(EXTEND);
        assertThat(rig.operator.result().sent()).isEqualTo(Sent.REFUSED);
        assertThat(rig.last().state()).isEqualTo(OperationState.FAILED);
    }

    private List<String> texts() {
        return rig.last().steps().stream().map(step -> Plans.words(step.text())).toList();
    }
}
