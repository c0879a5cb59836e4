package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.testing.LiveDesk;
import sh.inference.console.testing.Plans;

/** Every verb from the question to its observed end, on a sandbox over a real socket. */
@Timeout(120)
class DeskOverHttpTest {
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private LiveDesk console;

    @BeforeEach
    void connect() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withSpeed(4));
        console = new LiveDesk(sandbox, sandbox.key(), folder);
    }

    @AfterEach
    void disconnect() {
        console.operator.mustBeExhausted();
        console.close();
        sandbox.close();
    }

    @Test
    void aDrainIsObservedStopped() {
        ask(new DrainEngine(console.engine("gpu-lon-03")));
        assertThat(states(ended())).contains(OperationState.ACCEPTED, OperationState.OBSERVED).endsWith(OperationState.DONE);
    }

    @Test
    void anUpdateEndsWithTheNewVersion() {
        ask(new UpdateEngine(console.engine("gpu-lon-03")));
        OperationRecord record = ended();
        assertThat(record.state()).as(words(record)).isEqualTo(OperationState.DONE);
        assertThat(words(record)).contains("→");
    }

    @Test
    void anExtensionEndsWithTheNewDeadline() {
        String id = console.engine("h100-west-2");
        Instant before = console.run(() -> console.fleet.fleet().find(id).orElseThrow().engine().endsAt().orElseThrow());
        ask(new ExtendEngine(id, new BigDecimal("3")));
        OperationRecord record = ended();
        assertThat(record.state()).as(words(record)).isEqualTo(OperationState.DONE);
        console.await(() -> console.fleet.fleet().find(id).orElseThrow().engine().endsAt().orElseThrow().equals(before.plus(Duration.ofHours(3))));
    }

    @Test
    void aStopOfACloudEngineEndsWhenItsMachineIsGone() {
        ask(new StopEngine(console.engine("h100-west-1")));
        OperationRecord record = ended();
        assertThat(words(record)).isEqualTo("Observed stopped, instance deleted");
    }

    @Test
    void aRestartEndsWhenItRunsAgain() {
        ask(new RestartEngine(console.engine("h100-east-1")));
        assertThat(states(ended())).contains(OperationState.OBSERVED).endsWith(OperationState.DONE);
    }

    @Test
    void aPromotionMovesCurrentAndRollsBack() {
        String app = console.open("video-interp");
        String before = console.current(app).orElseThrow();
        AppVersion target = console.run(() -> console.apps.versions().get(app).stream().filter(version -> !version.id().equals(before)).findFirst().orElseThrow());
        ask(new PromoteVersion(app, target.id()));
        assertThat(ended().state()).isEqualTo(OperationState.DONE);
        console.await(() -> console.apps.snapshot().find(app).orElseThrow().versionId().equals(target.id()));
        console.await(() -> badge(app, before) == VersionBadge.FORMER);
        ask(new RollBackVersion(app, before));
        console.await(() -> console.log.records().size() == 2 && console.log.records().getFirst().state() == OperationState.DONE);
        console.await(() -> console.apps.snapshot().find(app).orElseThrow().versionId().equals(before) && badge(app, target.id()) == VersionBadge.FORMER);
    }

    private VersionBadge badge(String app, String version) {
        AppVersion known = console.apps.versions().get(app).stream().filter(one -> one.id().equals(version)).findFirst().orElseThrow();
        return VersionBadge.of(known, app, console.apps.snapshot());
    }

    @Test
    void aReadOnlyKeyIsRefusedOnceAndThenKnown() {
        console.close();
        console = new LiveDesk(sandbox, sandbox.readOnlyKey(), folder.resolve("other"));
        String id = console.engine("gpu-lon-03");
        ask(new DrainEngine(id));
        assertThat(ended().problem()).map(problem -> problem.code()).contains("forbidden.scope");
        assertThat(console.operator.result().sent()).isEqualTo(Sent.REFUSED);
        assertThat(console.run(() -> console.desk.whyNot(new StopEngine(id))).map(Plans::words)).contains("Off: this key lacks engines:write.");
    }

    @Test
    void aLostAnswerToAnExtensionIsFoundOutByReading() {
        sandbox.turn(Drill.LOST_EXTEND_REPLY, true);
        String id = console.engine("h100-west-2");
        Instant before = console.run(() -> console.fleet.fleet().find(id).orElseThrow().engine().endsAt().orElseThrow());
        ask(new ExtendEngine(id, new BigDecimal("1")));
        OperationRecord record = ended();
        assertThat(record.state()).as(words(record)).isEqualTo(OperationState.DONE);
        assertThat(console.operator.result().sent()).isEqualTo(Sent.UNCERTAIN);
        console.await(() -> console.fleet.fleet().find(id).orElseThrow().engine().endsAt().orElseThrow().equals(before.plus(Duration.ofHours(1))));
    }

    @Test
    void aPromotionLostToAnotherOperatorIsNotCalledDone() {
        String app = console.open("video-interp");
        String target = console.run(() -> console.apps.versions().get(app).getFirst().id());
        sandbox.turn(Drill.PROMOTE_RACE, true);
        ask(new PromoteVersion(app, target));
        OperationRecord record = console.awaitLast(one -> one.state() != OperationState.SENT && one.state() != OperationState.ACCEPTED);
        assertThat(record.state()).isIn(OperationState.DONE, OperationState.SUPERSEDED, OperationState.FAILED);
        assertThat(console.current(app).orElseThrow().equals(target)).isEqualTo(record.state() == OperationState.DONE);
    }

    private void ask(Operation operation) {
        console.operator.thenSend("a test");
        console.run(() -> {
            assertThat(console.desk.whyNot(operation)).map(Text::key).isEmpty();
            console.desk.request(operation);
            return true;
        });
    }

    private OperationRecord ended() {
        return console.awaitLast(record -> record.state().isEnded() || record.state() == OperationState.TIMED_OUT);
    }

    private static List<OperationState> states(OperationRecord record) {
        return record.steps().stream().map(OperationRecord.Step::state).toList();
    }

    private static String words(OperationRecord record) {
        return Plans.words(record.last().text());
    }
}
