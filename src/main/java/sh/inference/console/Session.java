package sh.inference.console;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.cache.LastKnownFile;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.UiThread;
import sh.inference.console.journal.Journal;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.settings.SettingsStore;
import sh.inference.console.ui.profile.ProfileActions;

/**
 * What the part of the console that works on one profile is given.
 *
 * @param key      the key, put there when it is at hand; sessions start after that
 * @param http     how to speak to the service; looked at before every request
 * @param folder   where the console keeps what it stores
 * @param profiles what the window may ask for on profiles
 * @param settings those of all sessions together; empty where there is but one
 */
record Session(SavedProfile profile, AtomicReference<ApiKey> key, AtomicReference<HttpSettings> http, ConfigFolder folder, Journal journal, ProfileActions profiles,
               Optional<SettingsStore> settings) {
    static Session of(SavedProfile profile, ApiKey key, ConfigFolder folder, Journal journal, ProfileActions profiles) {
        return new Session(profile, new AtomicReference<>(key), new AtomicReference<>(ProfileHttp.settings(profile.settings(), "")), folder, journal, profiles, Optional.empty());
    }

    /** The same session on the settings of the whole console: what is chosen in one window counts in all. */
    Session sharing(SettingsStore all) {
        return new Session(profile, key, http, folder, journal, profiles, Optional.of(all));
    }

    /** A session that no other one follows: the window stays on its profile. */
    static Session alone(ConnectionProfile place, ApiKey key, ConfigFolder folder, Clock clock) {
        SavedProfile profile = SavedProfile.passing(place);
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        return of(profile, key, folder, journal(folder), new ProfileRoom(new ProfileRepository(folder.settings(), clock),
                folder.cache(), KeyVault.of(folder.settings(), background), new KnownKeys(), new TaskRunner(background, new UiThread()), clock, () -> profile, id -> { },
                () -> { }));
    }

    static Journal journal(ConfigFolder folder) {
        return new Journal(folder.journal(), System.getProperty("user.name", ""));
    }

    /** The file of what was last seen; none for the sandbox, which has another fleet each time. */
    Optional<LastKnownFile> memory() {
        return profile.place().kind() == ProfileKind.SANDBOX ? Optional.empty() : Optional.of(LastKnownFile.of(folder.cache(), profile));
    }

    String bearer() {
        return key.get().bearer();
    }
}
