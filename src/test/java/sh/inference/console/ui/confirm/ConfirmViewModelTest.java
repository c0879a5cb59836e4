package sh.inference.console.ui.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.PlanChange;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class ConfirmViewModelTest {
    private final ManualClock clock = new ManualClock();
    private final Ticker ticker = new Ticker(clock);
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private StagedRequest request;

    private ConfirmViewModel ask(Operation operation, ConnectionProfile profile) {
        request = new StagedRequest(operation, Stage.situation(profile, Stage.fleet()));
        return new ConfirmViewModel(request, profile, words, ticker);
    }

    private ConfirmViewModel drain(ConnectionProfile profile) {
        return ask(new DrainEngine(Stage.busy().id()), profile);
    }

    private ConfirmViewModel extend() {
        return ask(new ExtendEngine(Stage.cloud().id(), BigDecimal.valueOf(3)), Stage.SANDBOX);
    }

    @Test
    void productionNeedsAReasonBeforeAnythingIsSent() {
        ConfirmViewModel model = drain(Stage.PRODUCTION);
        assertThat(model.readyProperty().get()).isFalse();
        model.confirm();
        assertThat(request.reasons).isEmpty();
        model.reasonProperty().set("  ");
        assertThat(model.readyProperty().get()).isFalse();
        model.reasonProperty().set(" fan swap ");
        assertThat(model.obstacleProperty().get()).isEmpty();
        model.confirm();
        assertThat(request.reasons).containsExactly("fan swap");
    }

    @Test
    void theStrictestLevelNeedsTheExactName() {
        ConfirmViewModel model = ask(new StopEngine(Stage.cloud().id()), Stage.SANDBOX);
        assertThat(model.plan().level()).isEqualTo(Level.L3);
        assertThat(model.obstacleProperty().get()).isEqualTo("Type h100-west-2 first.");
        model.typedNameProperty().set("h100-west-");
        assertThat(model.readyProperty().get()).isFalse();
        model.typedNameProperty().set(" h100-west-2 ");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void whileTheCallRunsNothingIsSentTwiceOrCancelled() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        model.confirm();
        model.confirm();
        model.cancel();
        assertThat(model.sendingProperty().get()).isTrue();
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(request.reasons).hasSize(1);
        assertThat(request.cancelled).isFalse();
        request.answer(Sent.ACCEPTED, null);
        assertThat(model.closedProperty().get()).isTrue();
    }

    @Test
    void aRefusalStaysInTheDialogAndCanBeTriedAgain() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        model.confirm();
        request.answer(Sent.REFUSED, Problem.of("forbidden.scope", "engines:write"));
        assertThat(model.problemProperty().get()).isEqualTo(Optional.of(Problem.of("forbidden.scope", "engines:write")));
        assertThat(model.closedProperty().get()).isFalse();
        model.confirm();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(request.reasons).hasSize(2);
    }

    @Test
    void aLostAnswerClosesTheDialogBecauseTheRecordFollowsIt() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        model.confirm();
        request.answer(Sent.UNCERTAIN, Problem.of("server", 502));
        assertThat(model.closedProperty().get()).isTrue();
    }

    @Test
    void aPlanThatChangedIsShownAndSaidAndNothingIsSent() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        model.confirm();
        request.answer(Sent.CHANGED, null);
        assertThat(model.noticeProperty().get()).startsWith("Not sent");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void whatIsNewIsMarkedUntilThePlanIsConfirmedAgain() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        assertThat(model.changeProperty().get()).isSameAs(PlanChange.NONE);
        request.become(Stage.situation(Stage.SANDBOX, Stage.busy()));
        assertThat(model.noticeProperty().get()).contains("marked");
        assertThat(model.plan().preconditions()).anyMatch(model.changeProperty().get()::isNew);
        model.typedNameProperty().set(model.plan().target().name());
        model.confirm();
        assertThat(model.changeProperty().get()).isSameAs(PlanChange.NONE);
    }

    @Test
    void aReasonThatIsTooLongIsCutWithNotice() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        model.reasonProperty().set("x".repeat(1000));
        assertThat(model.reasonNoticeProperty().get()).isEmpty();
        model.reasonProperty().set("x".repeat(5000));
        assertThat(model.reasonNoticeProperty().get()).isEqualTo("Only the first 1,000 of these 5,000 characters are kept.");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void anEngineThatVanishesBlocksTheOpenDialogWithTheReason() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        request.become(Stage.situation(Stage.SANDBOX, Stage.other()));
        assertThat(model.obstacleProperty().get()).startsWith("This engine is gone");
        assertThat(model.noticeProperty().get()).startsWith("This changed while the dialog was open");
        model.confirm();
        assertThat(request.reasons).isEmpty();
        model.cancel();
        assertThat(request.cancelled).isTrue();
    }

    @Test
    void theReadingAges() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        clock.advance(Duration.ofSeconds(4));
        ticker.tick();
        assertThat(model.readAgeProperty().get()).isEqualTo("read 4 s ago, 13:02:10");
    }

    @Test
    void aClosedDialogNoLongerFollowsTheFleet() {
        ConfirmViewModel model = drain(Stage.SANDBOX);
        model.cancel();
        request.become(Stage.situation(Stage.SANDBOX, Stage.other()));
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void aPresetChangesThePlanWithoutANotice() {
        ConfirmViewModel model = extend();
        HoursChoice hours = model.hours().orElseThrow();
        assertThat(words.of(model.plan().confirm())).isEqualTo("Extend by 3 h for $25.20");
        hours.presetProperty().set(Optional.of(HoursChoice.PRESETS.getLast()));
        assertThat(words.of(model.plan().confirm())).startsWith("Extend by 8 h for $67.20");
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void typedHoursChangeThePlan() {
        ConfirmViewModel model = extend();
        model.hours().orElseThrow().presetProperty().set(Optional.empty());
        model.hours().orElseThrow().textProperty().set("1.5");
        assertThat(words.of(model.plan().confirm())).isEqualTo("Extend by 1.5 h for $12.60");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "1e9", "1,5", "", "  ", "NaN", "9999999999999999999999999999999999999999999"})
    void hoursThatCannotBeAskedForAreRefusedInTheField(String typed) {
        ConfirmViewModel model = extend();
        HoursChoice hours = model.hours().orElseThrow();
        hours.presetProperty().set(Optional.empty());
        hours.textProperty().set(typed);
        assertThat(hours.complaintProperty().get()).isNotEmpty();
        assertThat(model.obstacleProperty().get()).isEqualTo(hours.complaintProperty().get());
        model.confirm();
        assertThat(request.reasons).isEmpty();
        hours.presetProperty().set(Optional.of(HoursChoice.PRESETS.getFirst()));
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void theCurlLineNamesTheHostAndHidesTheKey() {
        assertThat(drain(Stage.PRODUCTION).curl()).contains("https://api.inference.sh/engines/1r5d7x0wjpnc9476ayn6cfyqcn/drain", "$INFERENCE_API_KEY");
    }
}
