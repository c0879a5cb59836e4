package sh.inference.console.ui.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.BulkRig;
import sh.inference.console.testing.Situations;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.BackgroundWork;

class BulkRunsViewModelTest {
    @TempDir
    private Path folder;
    private BulkRig rig;
    private BulkRun run;
    private Path chosen;
    private String suggested;
    private BulkRunsViewModel model;

    @BeforeEach
    void begin() {
        rig = new BulkRig(folder.resolve("journal"));
        run = rig.begin(new BulkRule(2, true));
        model = new BulkRunsViewModel(rig.bulk.runs(), Situations.profile(ProfileKind.DEVELOPMENT), name -> {
            suggested = name;
            return Optional.ofNullable(chosen);
        }, new BackgroundWork(new TaskRunner(Runnable::run, Runnable::run)), new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
    }

    @Test
    void saysHowFarItIsAndWhatEachEngineDoes() {
        rig.rig.becomes("id-gpu-1", EngineStatus.STOPPED);
        assertThat(model.title(run)).isEqualTo("Drain 7 of 9");
        assertThat(model.state(run)).isEqualTo("Running");
        assertThat(model.counts(run)).isEqualTo("1 of 7 done · 2 under way · 4 waiting · 2 left out");
        assertThat(model.share(run)).isEqualTo(1 / 7.0);
        assertThat(model.items(run)).hasSize(9).startsWith("gpu-1: Done · Observed stopped").endsWith("gpu-9: Left out · It is draining already.");
    }

    @Test
    void theReportGoesWhereTheOperatorWantsIt() throws IOException {
        chosen = folder.resolve("report.csv");
        model.save(run, BulkRunsViewModel.Form.CSV);
        assertThat(suggested).isEqualTo("test-eu-drain-20261013-130210.csv");
        assertThat(Files.readAllLines(chosen)).hasSize(10);
        assertThat(model.messageProperty().get()).isEqualTo("Saved: " + chosen);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndTheReportIsKept() throws IOException {
        // A file where the folder should be refuses everybody, the administrator too.
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        chosen = blocked.resolve("report.json");
        model.save(run, BulkRunsViewModel.Form.JSON);
        assertThat(model.messageProperty().get()).startsWith("Not saved: " + chosen).contains("The report is kept");
        chosen = folder.resolve("report.json");
        model.save(run, BulkRunsViewModel.Form.JSON);
        assertThat(Files.readString(chosen)).contains("\"engine\": \"gpu-9\"");
    }

    @Test
    void choosingNoFileWritesNothing() {
        model.save(run, BulkRunsViewModel.Form.CSV);
        assertThat(model.messageProperty().get()).isEmpty();
    }
}
