package sh.inference.console.ops.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.AppVersion;
import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationAlarms;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.Notice;
import sh.inference.console.state.Notices;
import sh.inference.console.testing.LiveDesk;
import sh.inference.console.testing.OtherOperator;
import sh.inference.console.testing.Plans;

/** Promotions beside somebody else's, over a real socket. */
class PromotionOverHttpTest {
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private LiveDesk console;
    private OtherOperator other;
    private String app;
    private String current;
    private List<String> versions;

    @BeforeEach
    void connect() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        console = new LiveDesk(sandbox, sandbox.key(), folder);
        other = new OtherOperator(sandbox);
        app = console.open("video-interp");
        current = console.current(app).orElseThrow();
        versions = console.run(() -> console.apps.versions().get(app).stream().map(AppVersion::id).filter(id -> !id.equals(current)).toList());
    }

    @AfterEach
    void disconnect() {
        other.close();
        console.close();
        sandbox.close();
    }

    @Test
    void aPromotionThatTheServiceIgnoresIsAnAlarm() {
        sandbox.turn(Drill.PROMOTE_IGNORED, true);
        Notices notices = new Notices(Clock.systemUTC());
        console.run(() -> new OperationAlarms(console.log, notices));
        console.operator.thenSend("a test");
        request(new PromoteVersion(app, versions.getFirst()));
        OperationRecord record = console.awaitLast(one -> one.state().isEnded());
        assertThat(record.state()).isEqualTo(OperationState.FAILED);
        assertThat(Plans.words(record.last().text())).isEqualTo("Ignored: the service accepted " + CurrentVersion.brief(versions.getFirst()) + ", and "
                + CurrentVersion.brief(current) + " is still current");
        assertThat(notices.all()).singleElement().satisfies(alarm -> {
            assertThat(alarm.level()).isEqualTo(Notice.Level.ERROR);
            assertThat(Plans.words(alarm.text())).contains("accepted, and not done. Ignored: the service accepted");
        });
    }

    @Test
    void nothingIsSentWhenSomebodyMovedTheCurrentVersionWhileTheDialogWasOpen() throws Exception {
        Result result = confirmAfter(new PromoteVersion(app, versions.getFirst()), () -> other.promote(app, versions.get(1)));
        assertThat(result.sent()).isEqualTo(Sent.CHANGED);
        assertThat(other.writes()).hasSize(1);
        assertThat(console.log.records()).isEmpty();
    }

    @Test
    void nothingIsSentWhenTheAppWasRetiredMeanwhile() throws Exception {
        assertThat(confirmAfter(new PromoteVersion(app, versions.getFirst()), () -> other.status(app, "retired")).sent()).isEqualTo(Sent.CHANGED);
        assertThat(other.writes()).hasSize(1);
    }

    @Test
    void nothingIsSentForAVersionThatTheServiceDoesNotKnow() {
        List<Result> results = new ArrayList<>();
        console.operator.then(asked -> asked.send(asked.planProperty().get(), "", results::add));
        request(new PromoteVersion(app, "gone"));
        assertThat(results).extracting(Result::sent).containsExactly(Sent.BLOCKED);
        assertThat(other.writes()).isEmpty();
    }

    @Test
    void whoeverMovedItIsToldApart() {
        console.operator.thenSend("weekly release");
        request(new PromoteVersion(app, versions.getFirst()));
        console.await(() -> seen().size() == 2);
        CurrentSighting own = console.run(() -> seen().getLast());
        assertThat(own.cause()).map(CurrentSighting.Cause::reason).contains("weekly release");
        other.promote(app, current);
        console.run(() -> {
            console.appsFeed.reload(app);
            return true;
        });
        console.await(() -> seen().size() == 3);
        CurrentSighting foreign = console.run(() -> seen().getLast());
        assertThat(foreign.cause()).isEmpty();
        assertThat(foreign.from()).isAfter(console.run(() -> seen().get(1).to()));
    }

    private List<CurrentSighting> seen() {
        return console.apps.snapshot().seen(app);
    }

    /** Somebody does something after the plan was read and before it is confirmed. */
    private Result confirmAfter(Operation operation, Runnable meanwhile) throws Exception {
        CompletableFuture<ConfirmationRequest> asked = new CompletableFuture<>();
        console.operator.then(asked::complete);
        request(operation);
        ConfirmationRequest request = asked.get(5, TimeUnit.SECONDS);
        OperationPlan read = console.run(() -> request.planProperty().get());
        meanwhile.run();
        CompletableFuture<Result> result = new CompletableFuture<>();
        console.run(() -> {
            request.send(read, "", result::complete);
            return true;
        });
        return result.get(10, TimeUnit.SECONDS);
    }

    private void request(Operation operation) {
        console.run(() -> {
            console.desk.request(operation);
            return true;
        });
    }
}
