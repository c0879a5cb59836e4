package sh.inference.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import sh.inference.console.fx.Lifecycle;
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
final class OperatorChoices implements AutoCloseable {
    private final SettingsStore store;
    private final Lifecycle following = new Lifecycle();
    private Consumer<Text> tell = text -> { };

    /**
     * @param shared the settings of all sessions; empty where this is the only one, which then has its own
     * @param writer runs what blocks, in order
     */
    OperatorChoices(Optional<SettingsStore> shared, ConfigFolder folder, Executor writer) {
        store = shared.orElseGet(() -> store(folder, writer, why -> tell.accept(why)));
    }

    /** @param trouble told on the FX thread when the settings could not be written */
    static SettingsStore store(ConfigFolder folder, Executor writer, Consumer<Text> trouble) {
        ManagedSettings managed = ManagedSettings.read(ManagedSettings.place(System.getenv(), System.getProperty("os.name")));
        return new SettingsStore(new SettingsFile(folder.settings(), managed), writer, why -> new UiThread().execute(() -> trouble.accept(why)));
    }

    SettingsStore store() {
        return store;
    }

    /** @param notices told what could not be read, written or used as it was chosen */
    void countFor(Actions actions, EngineWords words, OperationDesk desk, ConnectionProfile profile, Consumer<Text> notices) {
        tell = notices;
        store.takeProblems().forEach(notices);
        desk.beStrictWhile(() -> store.now().strict().contains(profile.kind()));
        following.add(store.nowProperty().subscribe(now -> {
            words.setThresholds(now.thresholds());
            desk.setPatience(Duration.ofMinutes(now.limits().stuckMinutes()));
            desk.setAskLimits(new AskLimits(Money.ofCents(now.limits().askDollars() * 100L), BigDecimal.valueOf(now.limits().askHours())));
            actions.choose(now.keys(), now.bareKeys()).forEach(notices);
        }));
    }

    /** Dresses scenes as the operator chose, from now on. */
    void dress(Theme theme, ModalLayer layer) {
        following.add(store.nowProperty().subscribe(now -> {
            theme.choose(switch (now.theme()) {
                case SYSTEM -> Optional.empty();
                case LIGHT -> Optional.of(Look.LIGHT);
                case DARK -> Optional.of(Look.DARK);
                case HIGH_CONTRAST -> Optional.of(Look.HIGH_CONTRAST);
            });
            theme.size(now.textPercent(), now.density() == Settings.Density.COMFORTABLE);
            layer.setStill(now.still() || theme.isStill());
        }));
        following.add(theme.stillProperty().subscribe(still -> layer.setStill(store.now().still() || still)));
    }

    /** The session is over: its windows follow the settings no more. */
    @Override
    public void close() {
        following.close();
    }
}
