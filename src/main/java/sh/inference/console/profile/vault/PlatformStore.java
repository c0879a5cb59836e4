package sh.inference.console.profile.vault;

import java.util.Optional;
import java.util.regex.Pattern;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

import sh.inference.console.model.Text;

/** The platform's own store: Keychain, Credential Manager, or the Secret Service of a Linux desktop. */
final class PlatformStore implements SecretStore {
    private static final String SERVICE = "Inference Console";

    private static final Pattern MISSING = Pattern.compile("No stored credentials|not in wallet|not found|could not be found|Error code 1168", Pattern.CASE_INSENSITIVE);

    /** What is asked of the store while it is open. */
    private interface Question<T> {
        T ask(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public void save(String account, String secret) throws VaultException {
        ask(keyring -> {
            keyring.setPassword(SERVICE, account, secret);
            return account;
        });
    }

    @Override
    public Optional<String> read(String account) throws VaultException {
        return ask(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, account));
            } catch (PasswordAccessException failed) {
                if (isMissing(failed)) {
                    return Optional.empty();
                }
                throw failed;
            }
        });
    }

    @Override
    public void forget(String account) throws VaultException {
        if (read(account).isPresent()) {
            ask(keyring -> {
                keyring.deletePassword(SERVICE, account);
                return account;
            });
        }
    }

    private static <T> T ask(Question<T> question) throws VaultException {
        Keyring keyring;
        try {
            keyring = Keyring.create();
        } catch (BackendNotSupportedException absent) {
            throw new VaultException(Text.of("vault.absent"));
        }
        try {
            return question.ask(keyring);
        } catch (PasswordAccessException refused) {
            throw new VaultException(Text.of("vault.refused"));
        } catch (RuntimeException failed) {
            // What a library throws may quote what it was given, so only its kind is told.
            throw new VaultException(Text.of("vault.failed", failed.getClass().getSimpleName()));
        } finally {
            close(keyring);
        }
    }

    /** The library says in one and the same way that there is none and that it was refused: only its words tell them apart. */
    private static boolean isMissing(PasswordAccessException failed) {
        return failed.getMessage() != null && MISSING.matcher(failed.getMessage()).find();
    }

    private static void close(Keyring keyring) throws VaultException {
        try {
            keyring.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            throw new VaultException(Text.of("vault.failed", failed.getClass().getSimpleName()));
        }
    }
}
