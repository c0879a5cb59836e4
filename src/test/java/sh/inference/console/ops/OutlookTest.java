package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Resources;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

class OutlookTest {
    private static final long GB = 1L << 30;

    /** What is shared by all plans must say what counting engine by engine says. */
    @Test
    void countsAsOneWouldCountEngineByEngine() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Engine> engines = new ArrayList<>();
            for (int i = 0; i < random.nextInt(12); i++) {
                Engines made = Engines.in("e" + i, random.nextInt(4) == 0 ? EngineStatus.DRAINING : EngineStatus.RUNNING);
                made.holding("app-a" + random.nextInt(3), "v").busy(random.nextInt(2)).workers(WorkerStatus.INACTIVE, random.nextInt(2));
                made.holding("app-a" + random.nextInt(3), "v").idle(random.nextInt(2));
                engines.add(made.build());
            }
            Situation situation = Situations.of(engines.toArray(Engine[]::new))
                    .apps(Apps.snapshot(Apps.named("a0"), Apps.named("a1").vram(96 * GB), Apps.named("a2").vram(80 * GB))).build();
            for (int n = 0; n < 3; n++) {
                String app = "app-a" + n;
                Resources needs = Fit.needs(situation.apps(), app).orElseThrow();
                assertThat(situation.outlook().able(needs)).isEqualTo((int) engines.stream().filter(engine -> Fit.canRun(engine, needs)).count());
                long warm = engines.stream().filter(engine -> engine.is(EngineStatus.RUNNING)).flatMap(engine -> engine.workerList().stream())
                        .filter(worker -> worker.isWarmFor(app)).count();
                assertThat(situation.outlook().warm(app).stream().mapToInt(Outlook.Warm::workers).sum()).isEqualTo((int) warm);
            }
        }
    }
}
