package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.state.Notice;
import sh.inference.console.state.Notices;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;

/** What was accepted and not done is an alarm beside the window's bell, whatever page is open. */
class OperationAlarmsTest {
    @TempDir
    private Path folder;
    private DeskRig rig;
    private Notices notices;

    @BeforeEach
    void aBusyEngine() {
        rig = new DeskRig(folder).with(Engines.running("e").busy(1));
        notices = new Notices(rig.clock);
        new OperationAlarms(rig.log, notices);
        rig.operator.thenSend("");
    }

    private List<String> said() {
        return notices.all().stream().map(notice -> notice.level() + " " + notice.isLiving() + " " + Plans.words(notice.text())).toList();
    }

    @Test
    void anAcceptedDrainThatNeverEndsIsAnAlarmUntilItDoes() {
        rig.desk.request(new DrainEngine("id-e"));
        assertThat(said()).isEmpty();
        rig.tick(Duration.ofHours(3));
        assertThat(said()).singleElement().asString().startsWith("ERROR true Drain e: accepted, and not done.");

        rig.becomes("id-e", sh.inference.console.model.EngineStatus.STOPPED);
        assertThat(said()).singleElement().asString().startsWith("ERROR false");
        assertThat(notices.worstUnread()).contains(Notice.Level.ERROR);
    }

    @Test
    void whatWasRefusedIsSaidInItsDialogAndIsNoAlarm() {
        rig.service.refuseNext(new ApiFailure.Conflict("conflict", "no"));
        rig.desk.request(new DrainEngine("id-e"));
        assertThat(rig.last().state()).isEqualTo(OperationState.FAILED);
        assertThat(said()).isEmpty();
    }
}
