package sh.inference.console.ops.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.OperationState;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class RestartWhenIdleTest {
    @TempDir
    private Path folder;
    private final List<Result> results = new ArrayList<>();
    private DeskRig rig;

    @BeforeEach
    void arm() {
        rig = new DeskRig(folder).with(Engines.running("e").cloud().busy(2));
        rig.operator.then(request -> request.arm(request.planProperty().get(), "driver", results::add));
        rig.desk.request(new RestartEngine("id-e"));
    }

    private void becomes(Engine engine) {
        rig.service.engines.put(engine.id(), engine);
        rig.see(engine.id());
    }

    @Test
    void nothingIsSentUntilTheEngineIsIdleAndItSaysSo() {
        assertThat(results).extracting(Result::sent).containsExactly(Sent.ACCEPTED);
        assertThat(rig.last().state()).isEqualTo(OperationState.ARMED);
        assertThat(Plans.words(rig.last().last().text())).isEqualTo("Waiting until it is idle: 2 tasks left. Nothing is sent until then.");
        becomes(Engines.running("e").cloud().busy(1).idle(1).build());
        rig.tick(Duration.ofMinutes(1));
        assertThat(Plans.words(rig.last().last().text())).contains("1 task left");
        assertThat(rig.service.writes).isEmpty();
        becomes(Engines.running("e").cloud().idle(2).build());
        assertThat(rig.service.writes).containsExactly("restart id-e");
        assertThat(rig.log.records()).hasSize(1);
        becomes(Engines.in("e", EngineStatus.RESTARTING).cloud().idle(2).build());
        becomes(Engines.running("e").cloud().idle(2).build());
        assertThat(rig.last().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void nothingIsSentWhenMoreWouldBeLostThanWasConfirmed() {
        DeskRig other = new DeskRig(folder.resolve("other")).with(Engines.running("a").cloud().holding("app-flux", "v1").busy(1))
                .with(Engines.running("b").cloud().holding("app-flux", "v1").idle(1)).with(sh.inference.console.testing.Apps.named("flux"));
        other.operator.then(request -> request.arm(request.planProperty().get(), "driver", results::add));
        other.desk.request(new RestartEngine("id-a"));
        assertThat(other.last().state()).isEqualTo(OperationState.ARMED);
        other.becomes("id-b", EngineStatus.DISCONNECTED);
        other.service.set(Engines.running("a").cloud().holding("app-flux", "v1").idle(1));
        other.see("id-a");
        assertThat(other.service.writes).isEmpty();
        assertThat(other.last().state()).isEqualTo(OperationState.FAILED);
        assertThat(Plans.words(other.last().last().text())).startsWith("Idle, but more would be lost now");
    }

    @Test
    void aClickCallsItOff() {
        rig.desk.disarm(rig.last().id());
        assertThat(rig.last().state()).isEqualTo(OperationState.CANCELLED);
        becomes(Engines.running("e").cloud().idle(2).build());
        rig.tick(Duration.ofMinutes(1));
        assertThat(rig.service.writes).isEmpty();
    }

    @Test
    void aTaskThatCameBetweenLookingAndSendingIsNotLost() {
        rig.service.beforeRead = () -> rig.service.engines.put("id-e", Engines.running("e").cloud().busy(1).idle(1).build());
        rig.fleet.read(Engines.running("e").cloud().idle(2).build(), sh.inference.console.model.Feed.ENGINE);
        rig.tick(Duration.ofSeconds(10));
        assertThat(rig.service.writes).isEmpty();
        assertThat(rig.last().state()).isEqualTo(OperationState.ARMED);
    }

    @Test
    void oldDataAreNoReasonToBelieveThatItIsIdle() {
        rig.fleet.setConnection(Situations.connection(new Freshness.CatchingUp()));
        becomes(Engines.running("e").cloud().idle(2).build());
        rig.tick(Duration.ofMinutes(1));
        assertThat(rig.service.writes).isEmpty();
        assertThat(Plans.words(rig.last().last().text())).contains("live data");
    }

    @Test
    void anEngineThatIsGoneEndsTheWait() {
        rig.service.engines.clear();
        rig.see("id-e");
        rig.tick(Duration.ofSeconds(1));
        assertThat(rig.last().state()).isEqualTo(OperationState.FAILED);
        assertThat(rig.service.writes).isEmpty();
    }
}
