package sh.inference.console.profile;

import java.util.Objects;

/**
 * A profile as it is kept. Holds no key: that is in the vault under the id.
 *
 * @param id stays the same when the profile is renamed
 */
public record SavedProfile(String id, ConnectionProfile place, ProfileSettings settings) {
    public SavedProfile {
        Objects.requireNonNull(id);
        Objects.requireNonNull(place);
        settings = new ProfileSettings(settings.writes().atLeastOf(place.kind()), settings.proxy(), settings.certificates(), settings.connectTimeout(),
                settings.replyTimeout(), settings.reconcile(), settings.sendApiVersion(), settings.plainAccepted());
    }

    /** A profile that is not kept, with the settings of its kind. */
    public static SavedProfile passing(ConnectionProfile place) {
        return new SavedProfile("", place, ProfileSettings.of(place.kind()));
    }

    /** Whether it is in the file of profiles. */
    public boolean isKept() {
        return !id.isEmpty();
    }

    /** The name of its proxy's password in the vault. */
    public String proxyAccount() {
        return id + ".proxy";
    }
}
