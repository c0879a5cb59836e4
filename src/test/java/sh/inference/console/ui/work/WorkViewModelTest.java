package sh.inference.console.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.testing.BulkRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.BackgroundWork;

class WorkViewModelTest {
    @TempDir
    private Path folder;
    private final List<Runnable> background = new ArrayList<>();
    private final BackgroundWork work = new BackgroundWork(new TaskRunner(background::add, Runnable::run));
    private final List<String> said = new ArrayList<>();
    private BulkRig rig;
    private WorkViewModel model;

    @BeforeEach
    void open() {
        rig = new BulkRig(folder);
        model = new WorkViewModel(rig.rig.log.records(), rig.bulk.runs(), work, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), rig.rig.desk::disarm);
    }

    private void write() {
        work.run(Text.of("work.writing", "engines.csv"), () -> "written", said::add, failed -> said.add("failed"), () -> said.add("broken off"));
    }

    @Test
    void whatIsWrittenIsListedUntilItIsThere() {
        write();
        assertThat(model.lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Write engines.csv");
            assertThat(line.cancel()).contains("Break off");
        });
        background.removeFirst().run();
        assertThat(said).containsExactly("written");
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void whatIsBrokenOffSaysSoAndWritesNothingMore() {
        write();
        model.cancel(model.lines().getFirst());
        background.removeFirst().run();
        assertThat(said).containsExactly("broken off");
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void aRunIsListedWithHowFarItIsAndItsRestCanBeGivenUp() {
        BulkRun run = rig.begin(new BulkRule(1, true));
        rig.rig.becomes("id-gpu-1", EngineStatus.STOPPED);
        WorkLine line = model.lines().getFirst();
        assertThat(line.title()).isEqualTo("Drain 7 of 9");
        assertThat(line.detail()).isEqualTo("1 of 7 ended");
        assertThat(line.share()).isEqualTo(1 / 7.0);
        assertThat(model.lines()).as("the engine on its way cannot be called back").hasSize(2).last().extracting(WorkLine::cancel).isEqualTo(Optional.empty());
        model.cancel(line);
        rig.rig.becomes("id-gpu-2", EngineStatus.STOPPED);
        assertThat(run.stateProperty().get()).isEqualTo(BulkRun.State.ENDED);
        assertThat(model.lines()).isEmpty();
        assertThat(rig.rig.service.writes).hasSize(2);
    }

    @Test
    void aWaitIsCalledOffFromTheList() {
        rig.rig.with(Engines.running("c").cloud().busy(1));
        rig.rig.operator.then(request -> request.arm(request.planProperty().get(), "", result -> { }));
        rig.rig.desk.request(new RestartEngine("id-c"));
        assertThat(model.lines()).singleElement().extracting(WorkLine::cancel).isEqualTo(Optional.of("Cancel the wait"));
        model.cancel(model.lines().getFirst());
        assertThat(rig.rig.last().state()).isEqualTo(OperationState.CANCELLED);
        assertThat(model.lines()).isEmpty();
    }
}
