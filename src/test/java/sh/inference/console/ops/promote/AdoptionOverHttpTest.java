package sh.inference.console.ops.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.AppVersion;
import sh.inference.console.ops.OperationState;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.Adoption;
import sh.inference.console.testing.LiveDesk;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.OtherOperator;

/** After a switch the count of workers that hold on to another version is the sandbox's own, at every step of a clock moved by hand. */
class AdoptionOverHttpTest {
    private static final String APP = "video-interp";
    private static final int MOST_STEPS = 120;
    private static final int SECONDS = 10;
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private LiveDesk console;
    private OtherOperator other;

    @BeforeEach
    void connect() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(new ManualClock()).withHeartbeat(Duration.ofMillis(200)).byHand());
        console = new LiveDesk(sandbox, sandbox.key(), folder);
        other = new OtherOperator(sandbox);
    }

    @AfterEach
    void disconnect() {
        other.close();
        console.close();
        sandbox.close();
    }

    @Test
    void theCountIsTheSandboxsTruthUntilNobodyHoldsOn() {
        String app = console.open(APP);
        String before = console.current(app).orElseThrow();
        String target = console.run(() -> console.apps.versions().get(app).stream().map(AppVersion::id).filter(id -> !id.equals(before)).findFirst().orElseThrow());
        assertThat(other.holding(app, target)).as("workers that are busy with the old version").isPositive();
        console.operator.thenSend("weekly release");
        console.run(() -> {
            console.desk.request(new PromoteVersion(app, target));
            return true;
        });
        console.awaitLast(record -> record.state() == OperationState.DONE);

        List<Long> counts = new ArrayList<>();
        do {
            long truth = other.holding(app, target);
            console.await(() -> Adoption.of(console.fleet.fleet(), app, target).holdingWorkers() == truth);
            counts.add(truth);
            assertThat(counts).as("the old version goes: %s", counts).hasSizeLessThan(MOST_STEPS);
            other.advance(SECONDS);
        } while (counts.getLast() > 0);

        assertThat(counts).as("it counts down").isSortedAccordingTo((one, next) -> Long.compare(next, one)).hasSizeGreaterThan(1).endsWith(0L);
        console.await(() -> Adoption.of(console.fleet.fleet(), app, target).holding().isEmpty());
    }
}
