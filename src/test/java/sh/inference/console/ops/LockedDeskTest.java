package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
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
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.profile.WritePolicy.Start;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.LiveDesk;

/** Every operation, in every way it can be started, against the sandbox: locked or read-only, the server sees no write. */
class LockedDeskTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = Start.class, names = {"LOCKED", "READ_ONLY"})
    void theServerSeesNoWriteWhateverIsAskedFor(Start start) throws Exception {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
             LiveDesk live = new LiveDesk(sandbox, sandbox.key(), folder, new WritePolicy(start, WritePolicy.STANDARD))) {
            String app = live.open("flux-portrait");
            List<Operation> operations = operations(live, app);
            assertThat(operations.stream().map(Operation::verb)).contains(Verb.values());
            Random random = new Random(5);
            for (int round = 0; round < 60; round++) {
                Operation operation = operations.get(random.nextInt(operations.size()));
                start(live, operation, random.nextInt(4));
            }
            assertThat(writes(sandbox)).contains("\"data\":[]");
            assertThat(live.<Integer>run(() -> live.log.records().size())).as("nothing was even begun").isZero();
        }
    }

    @Test
    void oneUnlockingLetsOneThroughAndTheServerSeesIt() throws Exception {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
             LiveDesk live = new LiveDesk(sandbox, sandbox.key(), folder, new WritePolicy(Start.LOCKED, WritePolicy.STANDARD))) {
            String engine = live.engine("gpu-lon-03");
            live.run(() -> {
                live.lock.unlock();
                live.operator.thenSend("maintenance");
                live.desk.request(new DrainEngine(engine));
                return true;
            });
            live.awaitLast(record -> record.state() != OperationState.SENT);
            assertThat(writes(sandbox)).contains("/engines/" + engine + "/drain");
        }
    }

    /** By the dialog; by a dialog that was open when the lock closed; confirmed just before it closed; past the desk, straight at the service. */
    private static void start(LiveDesk live, Operation operation, int how) {
        live.run(() -> {
            switch (how) {
                case 0 -> {
                    live.operator.thenSend("because");
                    live.desk.request(operation);
                }
                case 1 -> {
                    live.lock.unlock();
                    live.operator.then(request -> {
                        OperationPlan shown = request.planProperty().get();
                        live.lock.lock();
                        request.send(shown, "because", result -> { });
                    });
                    live.desk.request(operation);
                }
                case 2 -> {
                    live.lock.unlock();
                    live.operator.thenSend("because");
                    live.desk.request(operation);
                    live.lock.lock();
                }
                default -> {
                    try {
                        operation.send(live.api);
                        throw new AssertionError(operation.verb() + " passed");
                    } catch (ApiException stopped) {
                        assertThat(stopped.failure()).isInstanceOf(ApiFailure.WritesLocked.class);
                    }
                }
            }
            return true;
        });
    }

    private static List<Operation> operations(LiveDesk live, String app) {
        List<Operation> all = new ArrayList<>();
        for (String name : List.of("gpu-lon-03", "h100-west-2", "gpu-lon-05")) {
            String engine = live.engine(name);
            all.addAll(List.of(new DrainEngine(engine), new UpdateEngine(engine), new ExtendEngine(engine, BigDecimal.ONE), new RestartEngine(engine),
                    new StopEngine(engine), new RenameEngine(engine, "other"), new DeleteEngine(engine), new CancelTask(engine, "task")));
        }
        List<AppVersion> versions = live.run(() -> List.copyOf(live.apps.versions().get(app)));
        all.add(new PromoteVersion(app, versions.getFirst().id()));
        all.add(new RollBackVersion(app, versions.getLast().id()));
        all.add(new SetAppStatus(app, AppStatus.MAINTENANCE, "being moved"));
        return all;
    }

    private static String writes(SandboxServer sandbox) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/_sandbox/writes")).header("Authorization", "Bearer " + sandbox.key()).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
