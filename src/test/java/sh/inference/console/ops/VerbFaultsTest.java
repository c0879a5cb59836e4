package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.ops.record.DeleteEngine;
import sh.inference.console.ops.record.RenameEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.task.CancelTask;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Gateway;
import sh.inference.console.testing.LiveDesk;

/** Every verb and every fault over a real socket: each ends in the verdict that is true, and nothing is sent twice. */
@Timeout(120)
class VerbFaultsTest {
    private static final int TOO_MANY = 429;
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private Gateway gateway;
    private LiveDesk console;

    private void connect(double speed) throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withSpeed(speed));
        gateway = new Gateway(sandbox.url());
        console = new LiveDesk(gateway.url(), sandbox.key(), folder, WritePolicy.of(ProfileKind.SANDBOX));
    }

    @AfterEach
    void disconnect() {
        console.close();
        gateway.close();
        sandbox.close();
    }

    /** One operation of each verb, each on a target of its own. */
    private Map<Verb, Operation> oneOfEach() {
        String app = console.open("video-interp");
        String current = console.current(app).orElseThrow();
        AppVersion other = console.run(() -> console.apps.versions().get(app).stream().filter(version -> !version.matches(current)).findFirst().orElseThrow());
        String rolled = console.open("flux-portrait");
        String now = console.current(rolled).orElseThrow();
        AppVersion former = console.run(() -> console.apps.versions().get(rolled).stream().filter(version -> !version.matches(now)).findFirst().orElseThrow());
        Map<Verb, Operation> all = new EnumMap<>(Verb.class);
        all.put(Verb.DRAIN, new DrainEngine(console.engine("gpu-lon-03")));
        all.put(Verb.UPDATE, new UpdateEngine(console.engine("gpu-fra-02")));
        all.put(Verb.EXTEND, new ExtendEngine(console.engine("h100-west-2"), BigDecimal.ONE));
        all.put(Verb.RESTART, new RestartEngine(console.engine("h100-east-1")));
        all.put(Verb.STOP, new StopEngine(console.engine("h100-west-1")));
        all.put(Verb.RENAME, new RenameEngine(console.engine("gpu-lon-01"), "gpu-lon-one"));
        all.put(Verb.DELETE, new DeleteEngine(console.engine("gpu-fra-03")));
        all.put(Verb.CANCEL_TASK, task("gpu-lon-02"));
        all.put(Verb.PROMOTE, new PromoteVersion(app, other.id()));
        all.put(Verb.ROLL_BACK, new RollBackVersion(rolled, former.id()));
        all.put(Verb.APP_STATUS, new SetAppStatus(console.open("whisper-batch"), AppStatus.MAINTENANCE, "moving house"));
        assertThat(all).as("every verb").hasSize(Verb.values().length);
        return all;
    }

    /** Cancels the youngest task of an engine, which runs longest from here. */
    private CancelTask task(String engine) {
        String id = console.engine(engine);
        String task = console.run(() -> {
            EngineEntry entry = console.fleet.fleet().find(id).orElseThrow();
            return entry.engine().workersWithTasks().getLast().taskId().orElseThrow();
        });
        return new CancelTask(id, task);
    }

    private Result ask(Operation operation) {
        int before = console.run(() -> console.operator.results().size());
        console.operator.thenSend("drill");
        console.run(() -> {
            console.desk.request(operation);
            return true;
        });
        console.await(() -> console.operator.results().size() > before);
        return console.run(() -> console.operator.result());
    }

    private OperationRecord record(Result result) {
        return console.run(() -> console.log.find(result.operationId()).orElseThrow());
    }

    /** Columns: the status, the code on the wire, and the problem that dialog and record name. */
    @ParameterizedTest
    @CsvSource({"402, payment_required, problem.payment", "409, conflict, problem.conflict", "429, rate_limited, problem.rate"})
    void whatTheServiceRefusesFailsWithItsReasonAndIsNotTriedAgain(int status, String code, String problem) throws IOException {
        connect(1);
        int asked = 0;
        for (Map.Entry<Verb, Operation> one : oneOfEach().entrySet()) {
            gateway.refuseNext(status, code);
            Result result = ask(one.getValue());
            assertThat(result.sent()).as("%s", one.getKey()).isEqualTo(Sent.REFUSED);
            assertThat(result.problem().title().key()).as("%s", one.getKey()).startsWith(problem);
            if (status == TOO_MANY && asked > 0) {
                // Whoever asks for too much is left alone for a while: until then nothing is even sent.
                assertThat(gateway.writes()).as("%s", one.getKey()).hasSizeLessThanOrEqualTo(++asked);
                continue;
            }
            OperationRecord record = record(result);
            assertThat(record.state()).as("%s", one.getKey()).isEqualTo(OperationState.FAILED);
            assertThat(record.problem().map(why -> why.title().key())).get().asString().startsWith(problem);
            assertThat(gateway.writes()).as("%s", one.getKey()).hasSize(++asked);
        }
    }

    @Test
    void aServerErrorOfWhichNothingIsSeenIsUncertainAndNeverDone() throws IOException {
        connect(1);
        int asked = 0;
        for (Map.Entry<Verb, Operation> one : oneOfEach().entrySet()) {
            gateway.refuseNext(500, "internal_error");
            Result result = ask(one.getValue());
            assertThat(result.sent()).as("%s", one.getKey()).isEqualTo(Sent.UNCERTAIN);
            assertThat(gateway.writes()).as("%s", one.getKey()).hasSize(++asked);
        }
        // A task that ends by itself is gone as well; nobody can tell the two apart.
        console.await(() -> console.log.records().stream().filter(record -> record.plan().verb() != Verb.CANCEL_TASK)
                .allMatch(record -> record.last().text().key().equals("step.lost.read") && record.state() == OperationState.SENT));
        console.run(() -> {
            for (OperationRecord record : console.log.records()) {
                assertThat(record.reached(OperationState.ACCEPTED)).as("%s", record.plan().title()).isEmpty();
                assertThat(console.desk.situation().inFlight()).as("%s", record.plan().title()).anyMatch(other -> other.targetId().equals(record.plan().target().id()) || record.state().isEnded());
            }
            return true;
        });
        assertThat(gateway.writes()).hasSize(asked);
    }

    @Test
    void aLostReplyToEachVerbIsFoundOutByReading() throws IOException {
        connect(6);
        boolean cut = false;
        Map<Verb, String> ids = new LinkedHashMap<>();
        for (Map.Entry<Verb, Operation> one : oneOfEach().entrySet()) {
            if (cut) {
                gateway.loseNextAnswer();
            } else {
                gateway.spoilNextAnswer(502);
            }
            cut = !cut;
            Result result = ask(one.getKey() == Verb.CANCEL_TASK ? task("gpu-lon-02") : one.getValue());
            assertThat(result.sent()).as("%s", one.getKey()).isEqualTo(Sent.UNCERTAIN);
            ids.put(one.getKey(), result.operationId());
        }
        console.await(() -> console.log.records().stream().allMatch(record -> record.state().isEnded()));
        ids.forEach((verb, id) -> {
            OperationRecord record = console.run(() -> console.log.find(id).orElseThrow());
            assertThat(record.state()).as("%s: %s", verb, record.last().text()).isEqualTo(OperationState.DONE);
            assertThat(record.reached(OperationState.ACCEPTED)).as("%s", verb).isEmpty();
            assertThat(record.reached(OperationState.OBSERVED)).as("%s", verb).isPresent();
        });
        assertThat(gateway.writes()).hasSize(ids.size());
    }

    @Test
    void whatIsAcceptedAndIgnoredIsNeverDone() throws IOException {
        connect(1);
        sandbox.turn(Drill.IGNORED_ACTIONS, true);
        console.run(() -> {
            console.desk.setPatience(Duration.ofSeconds(3));
            return true;
        });
        Map<Verb, Operation> all = oneOfEach();
        for (Verb verb : List.of(Verb.DRAIN, Verb.UPDATE, Verb.RESTART, Verb.STOP, Verb.EXTEND)) {
            assertThat(ask(all.get(verb)).sent()).as("%s", verb).isEqualTo(Sent.ACCEPTED);
        }
        Map<Verb, String> said = Map.of(Verb.DRAIN, "stuck.ignored", Verb.UPDATE, "stuck.ignored", Verb.RESTART, "stuck.ignored", Verb.STOP, "stuck.ignored",
                Verb.EXTEND, "extend.ignored");
        console.await(() -> console.log.records().stream().allMatch(record -> record.steps().stream().anyMatch(step -> step.text().key().equals(said.get(record.plan().verb())))));
        console.run(() -> {
            assertThat(console.log.records()).allMatch(record -> record.state() == OperationState.ACCEPTED);
            return true;
        });
    }

    /** Asks for verbs on one engine, lets something happen while all those dialogs are open, and confirms what had been read. */
    private Map<Verb, Result> confirmAfter(List<Operation> operations, Runnable happens) {
        List<ConfirmationRequest> open = new ArrayList<>();
        List<OperationPlan> read = new ArrayList<>();
        for (Operation operation : operations) {
            console.operator.then(open::add);
            console.run(() -> {
                console.desk.request(operation);
                read.add(open.getLast().planProperty().get());
                assertThat(read.getLast().blockedBy()).as("%s", operation.verb()).isEmpty();
                return true;
            });
        }
        happens.run();
        Map<Verb, Result> results = new EnumMap<>(Verb.class);
        for (int i = 0; i < open.size(); i++) {
            ConfirmationRequest request = open.get(i);
            OperationPlan shown = read.get(i);
            AtomicReference<Result> result = new AtomicReference<>();
            console.run(() -> {
                request.send(shown, "drill", result::set);
                return true;
            });
            console.await(() -> result.get() != null);
            results.put(request.operation().verb(), result.get());
            console.run(() -> {
                request.cancel();
                return true;
            });
        }
        return results;
    }

    @Test
    void anEngineThatGoesOfflineWhileTheDialogIsOpenIsAskedAboutAgainOrBlocked() throws IOException {
        connect(1);
        String id = console.engine("a100-nord-1");
        Map<Verb, Result> results = confirmAfter(List.of(new DrainEngine(id), new UpdateEngine(id), new StopEngine(id), new RestartEngine(id), task("a100-nord-1"),
                new ExtendEngine(id, BigDecimal.ONE), new RenameEngine(id, "a100-nord-one")), () -> sandbox.turn(Drill.ENGINE_OFFLINE, true));
        assertThat(results.get(Verb.DRAIN).sent()).isEqualTo(Sent.BLOCKED);
        assertThat(results.get(Verb.UPDATE).sent()).isEqualTo(Sent.BLOCKED);
        assertThat(results.get(Verb.CANCEL_TASK).sent()).isEqualTo(Sent.BLOCKED);
        assertThat(results.get(Verb.STOP).sent()).as("a stop would now be final at once").isEqualTo(Sent.CHANGED);
        assertThat(results.get(Verb.RESTART).sent()).as("no task is left to lose").isEqualTo(Sent.CHANGED);
        assertThat(results.get(Verb.EXTEND).sent()).as("its machine is paid for all the same").isEqualTo(Sent.ACCEPTED);
        assertThat(results.get(Verb.RENAME).sent()).isEqualTo(Sent.ACCEPTED);
        assertThat(gateway.writes()).containsExactly("POST /engines/" + id + "/extend", "PATCH /engines/" + id);
        console.await(() -> console.log.records().stream().allMatch(record -> record.state() == OperationState.DONE));
    }

    @Test
    void anEngineThatIsDeletedWhileTheDialogIsOpenIsBlockedForEveryVerb() throws IOException {
        connect(1);
        String id = console.engine("h100-west-1");
        Map<Verb, Result> results = confirmAfter(List.of(new DrainEngine(id), new UpdateEngine(id), new StopEngine(id), new RestartEngine(id), task("h100-west-1"),
                new ExtendEngine(id, BigDecimal.ONE), new RenameEngine(id, "other")), () -> delete(id));
        assertThat(results.values()).extracting(Result::sent).containsOnly(Sent.BLOCKED);
        assertThat(gateway.writes()).isEmpty();
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
