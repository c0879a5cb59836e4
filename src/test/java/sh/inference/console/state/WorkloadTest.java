package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Wire;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.testing.Engines;

class WorkloadTest {
    @Test
    void busyAndWarmWorkersAreCountedByAppAndVersion() {
        Engine one = Engines.running("gpu-1").holding("flux", "v2").busy(2).idle(1).build();
        Engine two = Engines.running("gpu-2").holding("flux", "v1").busy(1).holding("ocr", "v9").idle(1).build();
        Workload load = Workload.of(Engines.fleet(one, two));
        assertThat(load.ofApp("flux")).isEqualTo(new Workload.Count(3, 1));
        assertThat(load.ofVersion("v2")).isEqualTo(new Workload.Count(2, 1));
        assertThat(load.ofVersion("v1")).isEqualTo(new Workload.Count(1, 0));
        assertThat(load.ofApp("ocr")).isEqualTo(new Workload.Count(0, 1));
        assertThat(load.ofApp("gone")).isEqualTo(Workload.Count.NONE);
    }

    @Test
    void anInactiveWorkerCountsForNothing() {
        Engine engine = Engines.running("gpu-1").holding("flux", "v2").workers(WorkerStatus.INACTIVE, 3).build();
        assertThat(Workload.of(Engines.fleet(engine)).apps()).isEmpty();
    }

    @Test
    void warmAppsCountOnceAWorkerAndNeverBesideItsOwnTask() {
        Worker busy = worker(WorkerStatus.BUSY, "flux", "v2", "flux:v2@a1", "ocr:v9@b2", "ocr:v9@c3", "broken");
        Workload load = Workload.of(Engines.fleet(Engines.running("gpu-1").worker(busy).build()));
        assertThat(load.ofApp("flux")).isEqualTo(new Workload.Count(1, 0));
        assertThat(load.ofVersion("v2")).isEqualTo(new Workload.Count(1, 0));
        assertThat(load.ofApp("ocr")).isEqualTo(new Workload.Count(0, 1));
        assertThat(load.ofVersion("v9")).isEqualTo(new Workload.Count(0, 1));
    }

    @Test
    void aWorkerWithoutAnAppIsNobodys() {
        assertThat(Workload.of(Engines.fleet(Engines.running("gpu-1").idle(2).build()))).isEqualTo(Workload.NONE);
    }

    private static Worker worker(WorkerStatus status, String app, String version, String... warm) {
        return new Worker("w", 0, Wire.of(status), Optional.of("task"), app, version, List.of(), OptionalLong.empty(), List.of(warm), Optional.empty());
    }
}
