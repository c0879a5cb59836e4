package sh.inference.console.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.settings.Limits;
import sh.inference.console.settings.Settings;
import sh.inference.console.settings.SettingsFile;
import sh.inference.console.settings.SettingsStore;
import sh.inference.console.settings.Thresholds;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.Icons;

class SettingsViewModelTest {
    @TempDir
    private Path folder;
    private final Actions actions = new Actions();
    private final Action read = Action.of("read", Action.Group.WINDOW, Icons.REFRESH, List.of("F5"), () -> { });
    private final Action drain = new Action("engine-drain", Action.Group.VERBS, Icons.DRAIN, Text.of("action.engine.drain"), List.of("Alt+D"), true, Optional::empty, () -> { });
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        actions.add(read);
        actions.add(drain);
        SettingsStore store = new SettingsStore(new SettingsFile(folder), Runnable::run, text -> { });
        store.nowProperty().subscribe(now -> actions.choose(now.keys(), now.bareKeys()));
        model = new SettingsViewModel(store, actions, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
    }

    @Test
    void aChangeCountsAtOnceAndIsKept() {
        model.theme(Settings.ThemeChoice.LIGHT);
        assertThat(model.now().theme()).isEqualTo(Settings.ThemeChoice.LIGHT);
        assertThat(new SettingsFile(folder).read().settings().theme()).isEqualTo(Settings.ThemeChoice.LIGHT);
    }

    @Test
    void aKeyThatIsTakenIsRefusedWithTheReason() {
        assertThat(model.key(read, "Alt+D")).isFalse();
        assertThat(model.remarkProperty().get()).isEqualTo("Alt+D for “Read everything again now” is taken by “Drain the chosen engine…”.");
        assertThat(model.keys(read)).containsExactly("F5");
    }

    @Test
    void aKeyIsReplacedAndGivenBack() {
        assertThat(model.key(read, "F9")).isTrue();
        assertThat(model.keys(read)).containsExactly("F9");
        model.resetKey(read);
        assertThat(model.keys(read)).containsExactly("F5");
    }

    @Test
    void aBareKeyIsRefusedForAChange() {
        assertThat(model.key(drain, "d")).isFalse();
        assertThat(model.remarkProperty().get()).contains("alone must not lead to a change");
    }

    @Test
    void thresholdsOutOfReasonAreRefused() {
        assertThat(model.thresholds("10", "15", "72")).isFalse();
        assertThat(model.thresholds("ten", "15", "72")).isFalse();
        assertThat(model.remarkProperty().get()).isNotEmpty();
        assertThat(model.thresholds("90", "30", "75")).isTrue();
        assertThat(model.now().thresholds()).isEqualTo(new Thresholds(90, 30, 75));
        assertThat(model.remarkProperty().get()).isEmpty();
    }

    @Test
    void limitsOutOfReasonAreRefused() {
        assertThat(model.limits("0", "50", "24")).isFalse();
        assertThat(model.limits("10", "fifty", "24")).isFalse();
        assertThat(model.remarkProperty().get()).contains("minutes from 1 to 1,440");
        assertThat(model.limits("5", "20", "8")).isTrue();
        assertThat(model.now().limits()).isEqualTo(new Limits(5, 20, 8));
        assertThat(model.remarkProperty().get()).isEmpty();
    }

    @Test
    void productionStaysStrict() {
        model.strict(ProfileKind.STAGING, true);
        model.strict(ProfileKind.PRODUCTION, false);
        assertThat(model.now().strict()).containsExactlyInAnyOrder(ProfileKind.PRODUCTION, ProfileKind.STAGING);
    }

    @Test
    void resetGivesEverythingBack() {
        model.textPercent(200);
        model.key(read, "F9");
        model.reset();
        assertThat(model.now()).isEqualTo(Settings.STANDARD);
        assertThat(model.keys(read)).containsExactly("F5");
    }
}
