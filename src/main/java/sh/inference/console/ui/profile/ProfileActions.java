package sh.inference.console.ui.profile;

import java.util.Optional;
import java.util.function.Consumer;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ProfileBook;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.state.ConnectionProbe;

/**
 * What screens may ask for on profiles. Nothing here blocks: answers come later, on the FX thread. An answer that is a text
 * says why it was not done.
 */
public interface ProfileActions {
    ProfileBook book();

    /** The profile whose session is shown; not kept for the sandbox and for what the command line named. */
    SavedProfile current();

    /** Shows the session of a profile; the empty id is the sandbox. */
    void open(String id);

    /** Opens a further window on the session that is shown. */
    void openWindow();

    /**
     * Keeps a profile, and its secrets where they are given.
     *
     * @param key           empty leaves the key that is kept as it is
     * @param proxyPassword empty leaves it as it is
     */
    void save(SavedProfile profile, Optional<ApiKey> key, Optional<ApiKey> proxyPassword, Consumer<Optional<Text>> done);

    /** Forgets a profile with its secrets. What the journal holds of it stays. */
    void remove(String id, Consumer<Optional<Text>> done);

    /** Forgets the key of a profile. */
    void forgetKey(String id, Consumer<Optional<Text>> done);

    /** Looks where keys are kept on this computer. */
    void askPlace(Consumer<KeyVault.Place> told);

    /** Opens the file that a passphrase encrypts, or begins one. */
    void openKeyFile(char[] passphrase, Consumer<Optional<Text>> done);

    /**
     * Tries a connection. It only reads.
     *
     * @param key  empty for the one that is kept
     * @param told every line as soon as it is known
     * @param done when nothing more comes
     */
    void test(SavedProfile profile, Optional<ApiKey> key, Optional<ApiKey> proxyPassword, Consumer<ConnectionProbe.Line> told, Runnable done);

    /** A new id for a profile. */
    String newId();
}
