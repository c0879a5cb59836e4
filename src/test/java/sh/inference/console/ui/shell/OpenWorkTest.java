package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.testing.BulkRig;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;

class OpenWorkTest {
    @TempDir
    private Path folder;

    private static OpenWork of(BulkRig rig) {
        return OpenWork.of(rig.rig.log.records(), rig.bulk.runs());
    }

    @Test
    void aRunOfWhichSomeWereNotToldIsNamedUntilItIsOver() {
        BulkRig rig = new BulkRig(folder);
        assertThat(of(rig)).isEqualTo(OpenWork.NONE);
        BulkRun run = rig.begin(new BulkRule(2, true));
        assertThat(of(rig)).isEqualTo(new OpenWork(0, 5, 2));
        assertThat(of(rig).endsWithConsole()).isTrue();
        assertThat(of(rig).told()).extracting(Plans::words).containsExactly(
                "5 engines of a verb on several engines have not been told yet. Nothing is sent to them; after the next start the console asks you again.",
                "2 operations are under way. The service goes on with them; the next start follows them to the end.");
        run.cancelRest();
        assertThat(of(rig).endsWithConsole()).as("what was sent goes on without the console").isFalse();
        rig.rig.becomes("id-gpu-1", EngineStatus.STOPPED);
        rig.rig.becomes("id-gpu-2", EngineStatus.STOPPED);
        assertThat(of(rig)).isEqualTo(OpenWork.NONE);
    }

    @Test
    void aRestartThatWaitsIsNamedUntilItIsCalledOff() {
        DeskRig rig = new DeskRig(folder).with(Engines.running("e").cloud().busy(1));
        rig.operator.then(request -> request.arm(request.planProperty().get(), "", result -> { }));
        rig.desk.request(new RestartEngine("id-e"));
        OpenWork work = OpenWork.of(rig.log.records(), java.util.List.of());
        assertThat(work.endsWithConsole()).isTrue();
        assertThat(work.told()).extracting(Plans::words).containsExactly("One restart waits until its engine is idle. A wait ends with the console: nothing is sent.");
        rig.desk.disarm(rig.last().id());
        assertThat(OpenWork.of(rig.log.records(), java.util.List.of())).isEqualTo(OpenWork.NONE);
    }
}
