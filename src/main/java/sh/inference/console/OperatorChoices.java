package sh.inference.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import sh.inference.console.fx.UiThread;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;
import sh.inference.console.ops.AskLimits;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.settings.ManagedSettings;
import sh.inference.console.settings.Settings;
import sh.inference.console.settings.SettingsFile;
import sh.inference.console.settings.SettingsStore;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Theme;

/** Makes the settings count: whoever depends on one is told of it now and at every change. FX thread. */
final class OperatorChoices {
    private final SettingsStore store;
    private Consumer<Text> tell = text -> { };

    /** @param writer runs what blocks, in order */
    OperatorChoices(ConfigFolder folder, Executor writer) {
        ManagedSettings managed = ManagedSettings.read(ManagedSettings.place(System.getenv(), System.getProperty("os.name")));
        store = new SettingsStore(new SettingsFile(folder.settings(), managed), writer, why -> new UiThread().execute(() -> tell.accept(why)));
    }

    SettingsStore store() {
        return store;
    }

    /** @param notices told what could not be read, written or used as it was chosen */
    void countFor(Actions actions, EngineWords words, OperationDesk desk, ConnectionProfile profile, Consumer<Text> notices) {
        tell = notices;
        store.problems().forEach(notices);
        desk.beStrictWhile(() -> store.now().strict().contains(profile.kind()));
        store.nowProperty().subscribe(now -> {
            words.setThresholds(now.thresholds());
            desk.setPatience(Duration.ofMinutes(now.limits().stuckMinutes()));
            desk.setAskLimits(new AskLimits(Money.ofCents(now.limits().askDollars() * 100L), BigDecimal.valueOf(now.limits().askHours())));
            actions.choose(now.keys(), now.bareKeys()).forEach(notices);
        });
    }

    /** Dresses scenes as the operator chose, from now on. */
    void dress(Theme theme, ModalLayer layer) {
        store.nowProperty().subscribe(now -> {
            theme.choose(switch (now.theme()) {
                case SYSTEM -> Optional.empty();
                case LIGHT -> Optional.of(Look.LIGHT);
                case DARK -> Optional.of(Look.DARK);
                case HIGH_CONTRAST -> Optional.of(Look.HIGH_CONTRAST);
            });
            theme.size(now.textPercent(), now.density() == Settings.Density.COMFORTABLE);
            layer.setStill(now.still() || theme.isStill());
        });
    }
}
