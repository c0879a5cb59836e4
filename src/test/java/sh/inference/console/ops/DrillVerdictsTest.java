package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.task.CancelTask;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.LiveDesk;
import sh.inference.console.testing.Plans;

/** The sandbox's faults over a real socket: each ends in the verdict that is true. */
class DrillVerdictsTest {
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

    private void ask(Operation operation) {
        console.operator.thenSend("drill");
        console.run(() -> {
            console.desk.request(operation);
            return true;
        });
    }

    private Result answer() {
        console.await(() -> !console.operator.results().isEmpty());
        return console.run(() -> console.operator.result());
    }

    @Test
    void anEngineThatIsOfflineIsBlockedWithTheReasonAndNothingIsSent() {
        ask(new DrainEngine(console.engine("gpu-lon-06")));
        assertThat(answer().sent()).isEqualTo(Sent.BLOCKED);
        assertThat(console.run(() -> console.log.records().size())).isZero();
    }

    @Test
    void aStuckDrainSaysWhoHoldsItAndEndsWhenThatTaskIsCancelled() {
        sandbox.turn(Drill.STUCK_DRAIN, true);
        String id = console.engine("gpu-lon-03");
        console.run(() -> {
            console.desk.setPatience(Duration.ofSeconds(4));
            return true;
        });
        ask(new DrainEngine(id));
        AtomicReference<Stuck> found = new AtomicReference<>();
        console.await(() -> {
            console.log.records().stream().findFirst().flatMap(record -> Stuck.of(record, console.fleet.fleet(), console.fleet.connection(), console.desk.patience(),
                    console.clock.instant())).ifPresent(found::set);
            return found.get() != null && found.get().holders().size() == 1;
        });
        console.operator.thenSend("drill");
        console.run(() -> {
            console.desk.request(new CancelTask(id, found.get().holders().getFirst().taskId()));
            return true;
        });
        console.await(() -> console.log.records().stream().allMatch(record -> record.state() == OperationState.DONE));
    }

    @Test
    void anActionThatIsIgnoredIsNeverCalledDone() {
        sandbox.turn(Drill.IGNORED_ACTIONS, true);
        console.run(() -> {
            console.desk.setPatience(Duration.ofSeconds(1));
            return true;
        });
        ask(new DrainEngine(console.engine("gpu-lon-03")));
        console.await(() -> console.log.records().stream().flatMap(record -> record.steps().stream()).anyMatch(step -> step.text().key().equals("stuck.ignored")));
        assertThat(console.run(() -> console.log.records().getFirst().state())).isEqualTo(OperationState.ACCEPTED);
    }

    /** Columns: the fault, then the problem that the dialog and the record name. */
    @ParameterizedTest
    @CsvSource({"FORBIDDEN, problem.forbidden", "LOW_BALANCE, problem.payment"})
    void whatTheServiceRefusesFailsWithItsReasonAndChangesNothing(Drill drill, String problem) {
        String id = console.engine("h100-west-2");
        sandbox.turn(drill, true);
        ask(new ExtendEngine(id, BigDecimal.ONE));
        Result result = answer();
        if (result.sent() == Sent.BLOCKED) {
            assertThat(drill).as("a balance that is known to be too low blocks before anything is sent").isEqualTo(Drill.LOW_BALANCE);
            return;
        }
        assertThat(result.sent()).isEqualTo(Sent.REFUSED);
        assertThat(result.problem().title().key()).startsWith(problem);
        assertThat(console.run(() -> console.log.records().getFirst().state())).isEqualTo(OperationState.FAILED);
    }

    @Test
    void aLostAnswerToAnExtensionIsFoundOutByReadingAndNeverSentAgain() {
        sandbox.turn(Drill.LOST_EXTEND_REPLY, true);
        ask(new ExtendEngine(console.engine("h100-west-2"), BigDecimal.ONE));
        OperationRecord record = console.awaitLast(last -> last.state().isEnded());
        assertThat(record.state()).isEqualTo(OperationState.DONE);
        assertThat(record.reached(OperationState.ACCEPTED)).isEmpty();
        assertThat(record.steps().stream().map(step -> Plans.words(step.text()))).anyMatch(words -> words.startsWith("The answer was lost"));
    }

    @Test
    void anEngineThatIsDeletedWhileTheDialogIsOpenIsBlocked() {
        AtomicReference<ConfirmationRequest> open = new AtomicReference<>();
        console.operator.then(open::set);
        String id = console.engine("gpu-lon-03");
        console.run(() -> {
            console.desk.request(new StopEngine(id));
            return true;
        });
        OperationPlan read = console.run(() -> open.get().planProperty().get());
        delete(id);
        console.await(() -> open.get().planProperty().get().blockedBy().isPresent());
        AtomicReference<Result> result = new AtomicReference<>();
        console.run(() -> {
            open.get().send(read, "drill", result::set);
            return true;
        });
        console.await(() -> result.get() != null);
        assertThat(result.get().sent()).isEqualTo(Sent.BLOCKED);
        assertThat(console.run(() -> console.log.records().size())).isZero();
    }

    private void delete(String id) {
        try (java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
            client.send(java.net.http.HttpRequest.newBuilder(sandbox.url().resolve("/engines/" + id)).header("Authorization", "Bearer " + sandbox.key()).DELETE().build(),
                    java.net.http.HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
