package sh.inference.console.ui.profile;

import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.text.Messages;

/** A profile whose key is not at hand: asks for the passphrase of the file it is in, or for the key itself. Confined to the FX thread. */
public final class KeyPromptViewModel {
    private final ProfileActions actions;
    private final SavedProfile profile;
    private final Messages words;
    private final Consumer<Boolean> closed;
    private final StringProperty secret = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<KeyVault.Place> place = new ReadOnlyObjectWrapper<>(KeyVault.Place.UNKNOWN);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    /** @param closed called at the end with whether the key is at hand now */
    public KeyPromptViewModel(ProfileActions actions, SavedProfile profile, Messages words, Consumer<Boolean> closed) {
        this.actions = actions;
        this.profile = profile;
        this.words = words;
        this.closed = closed;
        actions.askPlace(place::set);
    }

    public StringProperty secretProperty() {
        return secret;
    }

    public ReadOnlyObjectProperty<KeyVault.Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    public SavedProfile profile() {
        return profile;
    }

    public Messages words() {
        return words;
    }

    /** What is asked for, in words. */
    public String question() {
        return words.of(place.get() == KeyVault.Place.FILE_CLOSED ? "key.passphrase" : "key.missing", profile.place().name());
    }

    /** Where the key goes, in words; nothing while that is not known, and where a passphrase is asked for. */
    public String hint() {
        return switch (place.get()) {
            case UNKNOWN, FILE_CLOSED -> "";
            case SESSION -> words.of("key.place.session");
            case PLATFORM, FILE -> words.of("profile.key.place." + place.get().name().toLowerCase(java.util.Locale.ROOT));
        };
    }

    public void give() {
        String typed = secret.get().strip();
        if (typed.isEmpty()) {
            complaint.set(words.of("key.needed"));
        } else if (place.get() == KeyVault.Place.FILE_CLOSED) {
            actions.openKeyFile(secret.get().toCharArray(), this::end);
        } else {
            actions.save(profile, Optional.of(new ApiKey(typed)), Optional.empty(), this::end);
        }
    }

    public void cancel() {
        secret.set("");
        closed.accept(false);
    }

    private void end(Optional<Text> problem) {
        secret.set("");
        problem.ifPresentOrElse(why -> complaint.set(words.of(why)), () -> closed.accept(true));
    }
}
