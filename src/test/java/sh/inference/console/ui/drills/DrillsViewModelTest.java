package sh.inference.console.ui.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.http.HttpFaultDesk;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.state.StagedFaults;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.drills.DrillsViewModel.DrillLine;

/** The menu's lines against a sandbox over a real socket. */
class DrillsViewModelTest {
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private SandboxServer sandbox;
    private DrillsViewModel model;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).byHand());
        model = model(sandbox.key());
        model.refresh();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void everyDrillHasATitleAWordOfWhatItDoesAndAGroup() {
        assertThat(model.linesProperty().get()).hasSameSizeAs(Arrays.asList(Drill.values()))
                .allSatisfy(line -> {
                    assertThat(words.has("drills.name." + line.name())).as(line.name()).isTrue();
                    assertThat(line.does()).isNotBlank();
                    assertThat(words.has("drills.group." + DrillGroups.of(line.name()))).isTrue();
                });
        assertThat(model.textProperty().get()).isEqualTo("Drills");
    }

    @Test
    void aDrillIsStagedInTheSandboxAndEndedAgain() {
        model.toggle(line("slow-answers"));
        model.toggle(line("garbage-frames"));
        assertThat(sandbox.drills()).containsExactlyInAnyOrder(Drill.SLOW_ANSWERS, Drill.GARBAGE_FRAMES);
        assertThat(line("slow-answers").on()).isTrue();
        assertThat(model.textProperty().get()).isEqualTo("Drills · 2 on");
        assertThat(model.groupTitle("answers")).isEqualTo("Answers · 1 on");
        assertThat(model.groupTitle("fleet")).isEqualTo("Fleet");
        model.toggle(line("slow-answers"));
        assertThat(sandbox.drills()).containsExactly(Drill.GARBAGE_FRAMES);
        model.endAll();
        assertThat(sandbox.drills()).isEmpty();
        assertThat(model.isAnyOn()).isFalse();
    }

    @Test
    void drillsCanBeEndedWhileTheySpoilEverything() {
        for (String name : new String[] {"gateway-html", "reset-connections", "rate-limited", "expired-key", "server-errors"}) {
            model.toggle(line(name));
        }
        model.endAll();
        assertThat(sandbox.drills()).isEmpty();
        assertThat(model.remarkProperty().get()).isEmpty();
    }

    @Test
    void whatHappensOnceStaysOff() {
        assertThat(line("engine-added").once()).isTrue();
        model.toggle(line("engine-added"));
        assertThat(line("engine-added").on()).isFalse();
        assertThat(model.textProperty().get()).isEqualTo("Drills");
    }

    @Test
    void anEngineThatWasTakenOfflineIsBackWhenItsDrillEnds() {
        assertThat(line("engine-offline").once()).isFalse();
        model.toggle(line("engine-offline"));
        assertThat(model.textProperty().get()).isEqualTo("Drills · 1 on");
        model.endAll();
        assertThat(line("engine-offline").on()).isFalse();
    }

    @Test
    void aRefusalIsSaidAndChangesNothing() {
        DrillsViewModel refused = model(sandbox.readOnlyKey());
        refused.refresh();
        assertThat(refused.linesProperty().get()).isEmpty();
        assertThat(refused.remarkProperty().get()).isEqualTo("The sandbox did not answer. What is marked is from before.");
        model.toggle(line("forbidden"));
        sandbox.close();
        model.refresh();
        assertThat(line("forbidden").on()).isTrue();
        assertThat(model.remarkProperty().get()).isNotEmpty();
    }

    private DrillLine line(String name) {
        return model.linesProperty().get().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
    }

    private DrillsViewModel model(String key) {
        HttpFaultDesk desk = new HttpFaultDesk(sandbox.url(), () -> "Bearer " + key, () -> HttpSettings.DEFAULT, Clock.systemUTC());
        return new DrillsViewModel(new StagedFaults(desk, new TaskRunner(Runnable::run, Runnable::run)), words);
    }
}
