package sh.inference.console.ui.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.settings.Limits;
import sh.inference.console.settings.Settings;
import sh.inference.console.settings.SettingsStore;
import sh.inference.console.settings.Thresholds;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;

/** What can be set, and what is said when something cannot be set so. Confined to the FX thread. */
public final class SettingsViewModel {
    private final SettingsStore store;
    private final Actions actions;
    private final Messages words;
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");

    public SettingsViewModel(SettingsStore store, Actions actions, Messages words) {
        this.store = store;
        this.actions = actions;
        this.words = words;
    }

    public ReadOnlyObjectProperty<Settings> nowProperty() {
        return store.nowProperty();
    }

    public Settings now() {
        return store.now();
    }

    public Messages words() {
        return words;
    }

    /** Why the last wish was not followed, or what it takes to see it; empty when there is nothing to say. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    public void theme(Settings.ThemeChoice wanted) {
        set(store.now().withTheme(wanted));
    }

    public void density(Settings.Density wanted) {
        set(store.now().withDensity(wanted));
    }

    public void textPercent(int wanted) {
        set(store.now().withTextPercent(wanted));
    }

    public void still(boolean wanted) {
        set(store.now().withStill(wanted));
    }

    public void bareKeys(boolean wanted) {
        set(store.now().withBareKeys(wanted));
    }

    /** Whether the host that publishes engine releases may be asked. */
    public void releases(boolean wanted) {
        set(store.now().withReleases(wanted));
    }

    /** Another language is spoken when the console starts the next time. */
    public void language(String wanted) {
        if (!wanted.equals(store.now().language())) {
            set(store.now().withLanguage(wanted));
            remark.set(words.of("settings.language.restart"));
        }
    }

    /** Whether dialogs of a kind of profile ask as in production; production itself cannot be made laxer. */
    public void strict(ProfileKind kind, boolean wanted) {
        Set<ProfileKind> kinds = EnumSet.copyOf(store.now().strict());
        if (wanted) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
        set(store.now().withStrict(kinds));
    }

    /** Takes over thresholds as typed; what is no number or out of reason is refused with a sentence. */
    public boolean thresholds(String soon, String urgent, String warm) {
        try {
            set(store.now().withThresholds(new Thresholds(Integer.parseInt(soon.strip()), Integer.parseInt(urgent.strip()), Integer.parseInt(warm.strip()))));
            return true;
        } catch (IllegalArgumentException wrong) {
            remark.set(words.of("settings.thresholds.wrong"));
            return false;
        }
    }

    /** Takes over limits as typed; what is no number or out of reason is refused with a sentence. */
    public boolean limits(String stuck, String dollars, String hours) {
        try {
            set(store.now().withLimits(new Limits(Integer.parseInt(stuck.strip()), Integer.parseInt(dollars.strip()), Integer.parseInt(hours.strip()))));
            return true;
        } catch (IllegalArgumentException wrong) {
            remark.set(words.of("settings.limits.wrong"));
            return false;
        }
    }

    /** The actions whose keys can be chosen, as they are listed. */
    public List<Action> actions() {
        return List.copyOf(actions.all());
    }

    public List<String> keys(Action action) {
        return actions.keys(action);
    }

    /** Gives an action one key in place of those it has; what is taken or not allowed is refused with a sentence. */
    public boolean key(Action action, String key) {
        Optional<Text> why = actions.whyNot(action.id(), key);
        if (why.isPresent()) {
            remark.set(words.of(why.get()));
            return false;
        }
        Map<String, List<String>> keys = new LinkedHashMap<>(store.now().keys());
        keys.put(action.id(), List.of(key));
        set(store.now().withKeys(keys));
        return true;
    }

    /** Gives an action back what it came with. */
    public void resetKey(Action action) {
        Map<String, List<String>> keys = new LinkedHashMap<>(store.now().keys());
        keys.remove(action.id());
        set(store.now().withKeys(keys));
    }

    /** Everything as delivered. */
    public void reset() {
        set(store.standard());
    }

    /** Why a setting cannot be changed here; empty when it can. */
    public String whyLocked(String name) {
        return store.managed().isLocked(name) ? words.of("settings.locked", store.managed().file().toString()) : "";
    }

    /** The languages that can be chosen, by their own names. */
    public List<String> languages() {
        return new ArrayList<>(Settings.LANGUAGES);
    }

    private void set(Settings wanted) {
        remark.set("");
        store.change(before -> wanted);
    }
}
