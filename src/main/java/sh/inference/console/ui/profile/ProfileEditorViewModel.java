package sh.inference.console.ui.profile;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.BaseUrl;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.state.ConnectionProbe;
import sh.inference.console.text.Messages;

/** Adding and editing a profile: its fields, its key, the test of its connection. Confined to the FX thread. */
public final class ProfileEditorViewModel {
    private static final URI SERVICE = URI.create("https://api.inference.sh");
    private final ProfileActions actions;
    private final Messages words;
    private final String id;
    private final boolean isNew;
    private final Consumer<Optional<String>> closed;
    private final ProfileForm form = new ProfileForm();
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<KeyVault.Place> place = new ReadOnlyObjectWrapper<>(KeyVault.Place.UNKNOWN);
    private final ReadOnlyObjectWrapper<Optional<ProfileForm.Complaint>> complaint = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper keyHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper testRemark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<ConnectionProbe.Line> lines = FXCollections.observableArrayList();
    private boolean kindChosen;
    /** Which test of the connection the lines are of: what was found belongs to what was typed then. */
    private int attempt;

    /**
     * @param edited the profile to edit; empty for a new one
     * @param closed called at the end, with the id of the profile that was kept, or without
     */
    public ProfileEditorViewModel(ProfileActions actions, Messages words, Optional<SavedProfile> edited, Consumer<Optional<String>> closed) {
        this.actions = actions;
        this.words = words;
        this.isNew = edited.isEmpty();
        this.id = edited.map(SavedProfile::id).orElseGet(actions::newId);
        this.closed = closed;
        kindChosen = !isNew;
        form.fill(edited.orElseGet(() -> new SavedProfile(id, new ConnectionProfile("", SERVICE, ProfileKind.PRODUCTION), ProfileSettings.of(ProfileKind.PRODUCTION))));
        form.name.subscribe(now -> guess());
        form.address.subscribe(now -> guess());
        form.kind.subscribe(now -> suitWrites());
        Stream.<ObservableValue<?>>of(form.address, form.key, form.plainAccepted, form.way, form.proxyHost, form.proxyPort, form.proxyUser, form.proxyPassword, form.certificates,
                form.connectSeconds, form.replySeconds, form.sendApiVersion).forEach(field -> field.subscribe((before, now) -> forgetTest()));
        actions.askPlace(this::showPlace);
    }

    ProfileForm form() {
        return form;
    }

    /** The passphrase of the file of keys, where there is no secret store; empty keeps the key for this session only. */
    public StringProperty passphraseProperty() {
        return passphrase;
    }

    public ReadOnlyObjectProperty<KeyVault.Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Where the key goes, in words. */
    public ReadOnlyStringProperty keyHintProperty() {
        return keyHint.getReadOnlyProperty();
    }

    /** What is wrong with the fields or was not done; empty when nothing is. */
    public ReadOnlyObjectProperty<Optional<ProfileForm.Complaint>> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty testRemarkProperty() {
        return testRemark.getReadOnlyProperty();
    }

    /** What the test has found so far. */
    public ObservableList<ConnectionProbe.Line> lines() {
        return lines;
    }

    public boolean isNew() {
        return isNew;
    }

    public String title() {
        return isNew ? words.of("profile.add") : words.of("profile.edit", form.name.get());
    }

    public Messages words() {
        return words;
    }

    /** Whether the address asks for a confirmation in so many words: the key would travel without TLS. */
    public boolean needsPlainConsent() {
        return form.url().filter(url -> !BaseUrl.isPrivate(url)).isPresent();
    }

    /** The operator chose a kind; from now on the host's name does not. */
    public void choose(ProfileKind kind) {
        kindChosen = true;
        form.kind.set(kind);
    }

    /** Tries the connection as it is typed, without keeping anything. */
    public void test() {
        Optional<SavedProfile> profile = read();
        if (profile.isEmpty() || busy.get()) {
            return;
        }
        forgetTest();
        int mine = attempt;
        busy.set(true);
        testRemark.set(words.of("profile.testing", profile.get().place().host()));
        actions.test(profile.get(), typed(form.key), typed(form.proxyPassword), line -> {
            if (mine == attempt) {
                lines.add(line);
            }
        }, () -> {
            busy.set(false);
            if (mine == attempt) {
                testRemark.set(words.of("profile.tested", profile.get().place().host()));
            }
        });
    }

    private void forgetTest() {
        attempt++;
        lines.clear();
        testRemark.set("");
    }

    /** Keeps the profile and ends. */
    public void save() {
        Optional<SavedProfile> profile = read();
        if (profile.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        if (asksForPassphrase() && !passphrase.get().isEmpty()) {
            actions.openKeyFile(passphrase.get().toCharArray(), problem -> problem.ifPresentOrElse(this::fail, () -> keep(profile.get())));
        } else {
            keep(profile.get());
        }
    }

    public void cancel() {
        wipe();
        closed.accept(Optional.empty());
    }

    /** Forgets the key that is kept. */
    public void forgetKey() {
        actions.forgetKey(id, problem -> problem.ifPresentOrElse(this::fail, () -> keyHint.set(words.of("profile.key.forgotten"))));
    }

    /** Whether keys need a passphrase to be kept for longer than this session. */
    public boolean asksForPassphrase() {
        return place.get() == KeyVault.Place.SESSION || place.get() == KeyVault.Place.FILE_CLOSED;
    }

    private void keep(SavedProfile profile) {
        actions.save(profile, typed(form.key), typed(form.proxyPassword), problem -> problem.ifPresentOrElse(this::fail, () -> {
            wipe();
            closed.accept(Optional.of(id));
        }));
    }

    private void fail(Text why) {
        busy.set(false);
        complaint.set(Optional.of(new ProfileForm.Complaint("", why)));
    }

    private Optional<SavedProfile> read() {
        ProfileForm.Read read = form.read(id);
        complaint.set(read.complaint());
        if (read.complaint().isPresent()) {
            return Optional.empty();
        }
        boolean taken = actions.book().profiles().stream().anyMatch(other -> !other.id().equals(id) && other.place().name().equals(read.profile().get().place().name()));
        if (taken) {
            complaint.set(Optional.of(new ProfileForm.Complaint("profile-name-field", Text.of("profile.needs.other-name"))));
            return Optional.empty();
        }
        if (isNew && form.key.get().isBlank()) {
            complaint.set(Optional.of(new ProfileForm.Complaint("profile-key", Text.of("profile.needs.key"))));
            return Optional.empty();
        }
        return read.profile();
    }

    private void guess() {
        if (!kindChosen) {
            form.kind.set(ProfileKind.guess(form.url().map(URI::getHost).orElse(""), form.name.get()));
        }
    }

    /** A new profile's lock follows its kind; production is never simply open. */
    private void suitWrites() {
        if (isNew || form.kind.get() == ProfileKind.PRODUCTION && form.start.get() == WritePolicy.Start.OPEN) {
            form.start.set(WritePolicy.of(form.kind.get()).start());
        }
    }

    private void showPlace(KeyVault.Place found) {
        place.set(found);
        String where = words.of("profile.key.place." + found.name().toLowerCase(java.util.Locale.ROOT));
        keyHint.set(isNew ? where : words.of("profile.key.kept", where));
    }

    private static Optional<ApiKey> typed(StringProperty field) {
        return Optional.of(Objects.requireNonNullElse(field.get(), "").strip()).filter(text -> !text.isEmpty()).map(ApiKey::new);
    }

    /** What was typed as a secret does not outlive the dialog. */
    private void wipe() {
        form.key.set("");
        form.proxyPassword.set("");
        passphrase.set("");
    }
}
