package sh.inference.console.ops.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Problem;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class BulkRunTest {
    @TempDir
    private Path folder;
    private DeskRig rig;
    private BulkDesk bulk;
    private BulkRequest request;

    @BeforeEach
    void open() {
        rig = new DeskRig(folder);
        IntStream.rangeClosed(1, 4).forEach(n -> rig.with(Engines.running("e" + n).busy(1)));
        bulk = new BulkDesk(rig.desk, asked -> request = asked, rig.log, rig.journal, new TaskRunner(Runnable::run, Runnable::run), rig.clock, () -> "run");
    }

    private BulkRun drainAll(BulkRule rule) {
        bulk.request(new Bulk(Verb.DRAIN, List.of("id-e1", "id-e2", "id-e3", "id-e4")));
        assertThat(send(request.planProperty().get(), rule, "rack move")).isEqualTo(BulkRequest.Outcome.BEGUN);
        return bulk.runs().getFirst();
    }

    private BulkRequest.Outcome send(BulkPlan read, BulkRule rule, String reason) {
        AtomicReference<BulkRequest.Outcome> outcome = new AtomicReference<>();
        request.send(read, rule, reason, outcome::set);
        return outcome.get();
    }

    private static List<BulkItem.State> states(BulkRun run) {
        return run.items().stream().map(BulkItem::state).toList();
    }

    @Test
    void oneAfterTheOtherMeansThatTheNextWaitsForTheObservedEnd() {
        BulkRun run = drainAll(BulkRule.CAREFUL);
        assertThat(rig.service.writes).containsExactly("drain id-e1");
        rig.becomes("id-e1", EngineStatus.STOPPED);
        assertThat(rig.service.writes).containsExactly("drain id-e1", "drain id-e2");
        assertThat(states(run)).containsExactly(BulkItem.State.DONE, BulkItem.State.UNDERWAY, BulkItem.State.WAITING, BulkItem.State.WAITING);
        for (String id : List.of("id-e2", "id-e3", "id-e4")) {
            rig.becomes(id, EngineStatus.STOPPED);
        }
        assertThat(run.stateProperty().get()).isEqualTo(BulkRun.State.ENDED);
        assertThat(states(run)).containsOnly(BulkItem.State.DONE);
        assertThat(rig.written()).filteredOn(entry -> entry.reason().equals("rack move")).isNotEmpty();
    }

    @Test
    void aFewAtATimeAndNeverMore() {
        drainAll(new BulkRule(3, false));
        assertThat(rig.service.writes).containsExactly("drain id-e1", "drain id-e2", "drain id-e3");
        rig.becomes("id-e2", EngineStatus.STOPPED);
        assertThat(rig.service.writes).hasSize(4).endsWith("drain id-e4");
    }

    @Test
    void theFirstFailurePausesTheRestUntilTheOperatorGoesOn() {
        rig.service.refuseNext(new ApiFailure.Conflict("conflict", "not connected"));
        BulkRun run = drainAll(BulkRule.CAREFUL);
        assertThat(run.stateProperty().get()).isEqualTo(BulkRun.State.PAUSED);
        assertThat(run.whyProperty().get()).map(Plans::words).get().asString().startsWith("Paused after e1:");
        assertThat(rig.service.writes).hasSize(1);
        run.resume();
        assertThat(rig.service.writes).containsExactly("drain id-e1", "drain id-e2");
    }

    @Test
    void orItGoesOn() {
        rig.service.refuseNext(new ApiFailure.Conflict("conflict", "not connected"));
        BulkRun run = drainAll(new BulkRule(1, false));
        assertThat(states(run)).startsWith(BulkItem.State.FAILED, BulkItem.State.UNDERWAY);
    }

    @Test
    void anEngineIsCheckedAgainWhenItsTurnComes() {
        BulkRun run = drainAll(new BulkRule(1, false));
        rig.becomes("id-e2", EngineStatus.DISCONNECTED);
        rig.becomes("id-e1", EngineStatus.STOPPED);
        assertThat(rig.service.writes).containsExactly("drain id-e1", "drain id-e3");
        assertThat(run.items().get(1).state()).isEqualTo(BulkItem.State.NOT_SENT);
        assertThat(Plans.words(run.items().get(1).note())).startsWith("Disconnected");
    }

    @Test
    void pausedItSendsNothingAndTheRestCanBeGivenUp() {
        BulkRun run = drainAll(BulkRule.CAREFUL);
        run.pause();
        rig.becomes("id-e1", EngineStatus.STOPPED);
        assertThat(rig.service.writes).containsExactly("drain id-e1");
        run.cancelRest();
        assertThat(states(run)).containsExactly(BulkItem.State.DONE, BulkItem.State.CANCELLED, BulkItem.State.CANCELLED, BulkItem.State.CANCELLED);
        assertThat(run.stateProperty().get()).isEqualTo(BulkRun.State.ENDED);
        run.resume();
        assertThat(rig.service.writes).containsExactly("drain id-e1");
    }

    @Test
    void aLineThatIsLostPausesItAndCostsNobodyTheirTurn() {
        BulkRun run = drainAll(BulkRule.CAREFUL);
        rig.fleet.setConnection(Situations.connection(new Freshness.Offline(Problem.of("unauthorized"), Optional.empty(), 1, Optional.empty())));
        rig.becomes("id-e1", EngineStatus.STOPPED);
        assertThat(run.stateProperty().get()).isEqualTo(BulkRun.State.PAUSED);
        assertThat(states(run)).containsExactly(BulkItem.State.DONE, BulkItem.State.WAITING, BulkItem.State.WAITING, BulkItem.State.WAITING);
        rig.fleet.setConnection(Situations.connection(new Freshness.Live()));
        run.resume();
        assertThat(rig.service.writes).containsExactly("drain id-e1", "drain id-e2");
    }

    @Test
    void whatWasReadMustStillHoldWhenItIsConfirmed() {
        bulk.request(new Bulk(Verb.DRAIN, List.of("id-e1", "id-e2")));
        BulkPlan read = request.planProperty().get();
        rig.becomes("id-e2", EngineStatus.DRAINING);
        assertThat(send(read, BulkRule.CAREFUL, "")).isEqualTo(BulkRequest.Outcome.CHANGED);
        assertThat(rig.service.writes).isEmpty();
        assertThat(send(request.planProperty().get(), BulkRule.CAREFUL, "")).isEqualTo(BulkRequest.Outcome.BEGUN);
        assertThat(send(request.planProperty().get(), BulkRule.CAREFUL, "")).as("it is settled").isNull();
        assertThat(rig.service.writes).containsExactly("drain id-e1");
    }

    @Test
    void theReportNamesEveryEngineWithItsTimes() {
        BulkRun run = drainAll(BulkRule.CAREFUL);
        rig.clock.advance(Duration.ofSeconds(42));
        rig.becomes("id-e1", EngineStatus.STOPPED);
        run.cancelRest();
        BulkReport report = new BulkReport(run, Situations.profile(sh.inference.console.profile.ProfileKind.DEVELOPMENT), Plans::words);
        assertThat(report.csv().lines()).hasSize(5).first().asString().startsWith("profile,kind,host,verb,engine,id,result,asked");
        assertThat(report.csv().lines().skip(1).findFirst()).get().asString()
                .startsWith("test-eu,DEVELOPMENT,api.example.test,drain,e1,id-e1,done,2026-10-13T13:02:10Z,2026-10-13T13:02:10Z,").contains(",42,Observed stopped,rack move");
        assertThat(report.json()).contains("\"result\": \"done\"", "\"seconds\": 42", "\"accepted\": null");
    }
}
