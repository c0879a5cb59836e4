package sh.inference.console.ui.profile;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.model.Text;
import sh.inference.console.profile.BaseUrl;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.ProxySetting;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.WritePolicy;

/** The fields of a profile as they are typed, and the profile they make. Confined to the FX thread. */
final class ProfileForm {
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty address = new SimpleStringProperty("");
    final ObjectProperty<ProfileKind> kind = new SimpleObjectProperty<>(ProfileKind.PRODUCTION);
    final StringProperty key = new SimpleStringProperty("");
    final BooleanProperty plainAccepted = new SimpleBooleanProperty();
    final ObjectProperty<WritePolicy.Start> start = new SimpleObjectProperty<>(WritePolicy.Start.LOCKED);
    final StringProperty unlockedMinutes = new SimpleStringProperty("");
    final ObjectProperty<ProxySetting.Way> way = new SimpleObjectProperty<>(ProxySetting.Way.SYSTEM);
    final StringProperty proxyHost = new SimpleStringProperty("");
    final StringProperty proxyPort = new SimpleStringProperty("");
    final StringProperty proxyUser = new SimpleStringProperty("");
    final StringProperty proxyPassword = new SimpleStringProperty("");
    final StringProperty certificates = new SimpleStringProperty("");
    final StringProperty connectSeconds = new SimpleStringProperty("");
    final StringProperty replySeconds = new SimpleStringProperty("");
    final StringProperty reconcileSeconds = new SimpleStringProperty("");
    final BooleanProperty sendApiVersion = new SimpleBooleanProperty(true);

    /** A field that does not hold what it should, and why. */
    record Complaint(String field, Text text) {
    }

    /** What the fields make: a profile, or what is wrong with the first field that is. */
    record Read(Optional<SavedProfile> profile, Optional<Complaint> complaint) {
        static Read wrong(String field, String key, Object... args) {
            return new Read(Optional.empty(), Optional.of(new Complaint(field, Text.of(key, args))));
        }
    }

    void fill(SavedProfile profile) {
        name.set(profile.place().name());
        address.set(profile.place().baseUrl().toString());
        kind.set(profile.place().kind());
        ProfileSettings settings = profile.settings();
        plainAccepted.set(settings.plainAccepted());
        start.set(settings.writes().start());
        unlockedMinutes.set(String.valueOf(settings.writes().unlockedFor().toMinutes()));
        way.set(settings.proxy().way());
        proxyHost.set(settings.proxy().host());
        proxyPort.set(settings.proxy().port() == 0 ? "" : String.valueOf(settings.proxy().port()));
        proxyUser.set(settings.proxy().user());
        certificates.set(settings.certificates());
        connectSeconds.set(String.valueOf(settings.connectTimeout().toSeconds()));
        replySeconds.set(String.valueOf(settings.replyTimeout().toSeconds()));
        reconcileSeconds.set(String.valueOf(settings.reconcile().toSeconds()));
        sendApiVersion.set(settings.sendApiVersion());
    }

    /** The address, where it is one. */
    Optional<URI> url() {
        return BaseUrl.read(address.get());
    }

    Read read(String id) {
        if (name.get().isBlank()) {
            return Read.wrong("profile-name-field", "profile.needs.name");
        }
        Optional<URI> url = url();
        if (url.isEmpty()) {
            return Read.wrong("profile-address", "profile.needs.address");
        }
        Optional<Text> refusal = BaseUrl.refusal(url.get(), plainAccepted.get());
        if (refusal.isPresent()) {
            return new Read(Optional.empty(), Optional.of(new Complaint("profile-plain", refusal.get())));
        }
        if (way.get() == ProxySetting.Way.MANUAL && (proxyHost.get().isBlank() || number(proxyPort.get(), 1, 65_535).isEmpty())) {
            return Read.wrong("profile-proxy-host", "profile.needs.proxy");
        }
        if (!certificates.get().isBlank() && !certificates.get().contains("-----BEGIN CERTIFICATE-----")) {
            return Read.wrong("profile-certificates", "profile.needs.pem");
        }
        Optional<Integer> minutes = number(unlockedMinutes.get(), 1, (int) WritePolicy.LONGEST.toMinutes());
        if (minutes.isEmpty()) {
            return Read.wrong("profile-unlocked", "profile.needs.minutes", WritePolicy.LONGEST.toMinutes());
        }
        Optional<Integer> connect = number(connectSeconds.get(), 1, 3600);
        Optional<Integer> reply = number(replySeconds.get(), 1, 3600);
        Optional<Integer> reconcile = number(reconcileSeconds.get(), 5, 3600);
        if (connect.isEmpty() || reply.isEmpty() || reconcile.isEmpty()) {
            return Read.wrong(connect.isEmpty() ? "profile-connect" : reply.isEmpty() ? "profile-reply" : "profile-reconcile", "profile.needs.seconds");
        }
        ProxySetting proxy = way.get() == ProxySetting.Way.MANUAL
                ? new ProxySetting(way.get(), proxyHost.get().strip(), Integer.parseInt(proxyPort.get().strip()), proxyUser.get().strip())
                : new ProxySetting(way.get(), "", 0, "");
        ProfileSettings settings = new ProfileSettings(new WritePolicy(start.get(), Duration.ofMinutes(minutes.get())), proxy, certificates.get().strip(),
                Duration.ofSeconds(connect.get()), Duration.ofSeconds(reply.get()), Duration.ofSeconds(reconcile.get()), sendApiVersion.get(), plainAccepted.get());
        return new Read(Optional.of(new SavedProfile(id, new ConnectionProfile(name.get().strip(), url.get(), kind.get()), settings)), Optional.empty());
    }

    private static Optional<Integer> number(String text, int least, int most) {
        String digits = text.strip();
        if (!digits.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number < least || number > most ? Optional.empty() : Optional.of(number);
    }
}
