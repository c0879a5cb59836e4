package sh.inference.console.ui.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.testing.BulkRig;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class BulkViewModelTest {
    @TempDir
    private Path folder;
    private BulkRig rig;
    private BulkViewModel model;

    @BeforeEach
    void ask() {
        rig = new BulkRig(folder);
        model = model(Stage.SANDBOX);
    }

    private BulkViewModel model(sh.inference.console.profile.ConnectionProfile profile) {
        return new BulkViewModel(rig.ask(), profile, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), new Ticker(rig.rig.clock));
    }

    @Test
    void bothThoseWhoTakePartAndThoseLeftOutAreListed() {
        assertThat(model.members()).hasSize(7).startsWith("1. gpu-1 · 1 task", "2. gpu-2 · 2 tasks", "3. gpu-3 · no tasks");
        assertThat(model.skipped()).containsExactly("gpu-8: Disconnected: this needs an engine that is online.", "gpu-9: It is draining already.");
        assertThat(model.skippedSummary()).contains("1 × Disconnected", "1 × It is draining already");
    }

    @Test
    void nothingIsSentUntilVerbAndCountAreTyped() {
        model.confirm();
        assertThat(rig.rig.service.writes).isEmpty();
        assertThat(model.obstacleProperty().get()).isEqualTo("Type drain 7 first.");
        model.typedProperty().set("drain 9");
        assertThat(model.readyProperty().get()).isFalse();
        model.typedProperty().set(" drain 7 ");
        model.atOnceProperty().set(2);
        model.confirm();
        assertThat(model.closedProperty().get()).isTrue();
        assertThat(rig.rig.service.writes).containsExactly("drain id-gpu-1", "drain id-gpu-2");
    }

    @Test
    void whenOthersTakePartNowTheWordsAreTypedAgain() {
        model.typedProperty().set("drain 7");
        rig.rig.becomes("id-gpu-7", EngineStatus.STOPPED);
        rig.bulk.tick();
        assertThat(model.noticeProperty().get()).startsWith("This changed");
        assertThat(model.typedProperty().get()).isEmpty();
        assertThat(model.obstacleProperty().get()).isEqualTo("Type drain 6 first.");
    }

    @Test
    void theCurlHoldsEveryRequestInItsOrderWithoutTheKey() {
        assertThat(model.curl().lines()).hasSize(8).startsWith("# SANDBOX").element(1).asString().isEqualTo("curl -X POST 'http://127.0.0.1:41873/engines/id-gpu-1/drain' "
                + "-H \"Authorization: Bearer $INFERENCE_API_KEY\" -H 'X-API-Version: 2'");
    }

    @Test
    void leavingItSendsNothing() {
        model.typedProperty().set("drain 7");
        model.cancel();
        model.confirm();
        assertThat(model.closedProperty().get()).isTrue();
        assertThat(rig.rig.service.writes).isEmpty();
    }
}
