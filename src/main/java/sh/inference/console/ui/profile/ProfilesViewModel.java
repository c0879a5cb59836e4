package sh.inference.console.ui.profile;

import java.util.Optional;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.text.Messages;

/** Every profile that is kept. Confined to the FX thread. */
public final class ProfilesViewModel {
    private final ProfileActions actions;
    private final Messages words;
    private final ObservableList<SavedProfile> profiles = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private String asked = "";

    public ProfilesViewModel(ProfileActions actions, Messages words) {
        this.actions = actions;
        this.words = words;
        refresh();
    }

    public ObservableList<SavedProfile> profiles() {
        return profiles;
    }

    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    public Messages words() {
        return words;
    }

    public boolean isCurrent(SavedProfile profile) {
        return actions.current().id().equals(profile.id());
    }

    public void open(SavedProfile profile) {
        actions.open(profile.id());
    }

    /** A copy under another name, without the key: a key belongs to one profile. */
    public void duplicate(SavedProfile profile) {
        ConnectionProfile place = profile.place();
        ConnectionProfile copy = new ConnectionProfile(actions.book().freeName(words.of("profile.copy", place.name())), place.baseUrl(), place.kind());
        actions.save(new SavedProfile(actions.newId(), copy, profile.settings()), Optional.empty(), Optional.empty(), this::done);
    }

    /** Whether the next {@link #remove} of it deletes: it was asked for once already. */
    public boolean isAsked(SavedProfile profile) {
        return asked.equals(profile.id());
    }

    /** Deletes a profile and its key when asked for the second time in a row. */
    public void remove(SavedProfile profile) {
        if (isAsked(profile)) {
            actions.remove(profile.id(), this::done);
        } else {
            asked = profile.id();
            complaint.set(words.of("profile.delete.sure", profile.place().name()));
            refresh();
        }
    }

    private void done(Optional<Text> problem) {
        asked = "";
        complaint.set(problem.map(words::of).orElse(""));
        refresh();
    }

    private void refresh() {
        profiles.setAll(actions.book().profiles());
    }
}
