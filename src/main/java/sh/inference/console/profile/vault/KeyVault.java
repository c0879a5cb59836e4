package sh.inference.console.profile.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;

/**
 * Where keys are kept, and which place that is. The platform's store is asked first, each time with a time-out, for it may
 * ask the operator something or hang; where there is none, a file under a passphrase is used if the operator wants one, else
 * keys last as long as this console. Every call blocks: never on the FX thread.
 */
public final class KeyVault {
    private static final Duration PROBE = Duration.ofSeconds(5);
    /** Long enough to type the password of a locked store into its own dialog. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOBODY = "nobody";
    private final SecretStore platform;
    private final PassphraseFile file;
    private final SessionStore session = new SessionStore();
    private final ExecutorService threads;
    private final Duration probe;
    private final Duration patience;
    private volatile Place place = Place.UNKNOWN;

    /** Where keys are kept. */
    public enum Place {
        /** Nobody has looked yet. */
        UNKNOWN,
        PLATFORM,
        /** In the encrypted file, whose passphrase was given. */
        FILE,
        /** In the encrypted file, whose passphrase is still to be given. */
        FILE_CLOSED,
        /** In memory. */
        SESSION
    }

    /** The vault of this computer. */
    public static KeyVault of(Path directory, ExecutorService threads) {
        return new KeyVault(new PlatformStore(), new PassphraseFile(directory.resolve("keys.json"), PassphraseFile.ROUNDS), threads, PROBE, PATIENCE);
    }

    KeyVault(SecretStore platform, PassphraseFile file, ExecutorService threads, Duration probe, Duration patience) {
        this.platform = platform;
        this.file = file;
        this.threads = threads;
        this.probe = probe;
        this.patience = patience;
    }

    /** Where keys are kept, as far as is known; does not block. */
    public Place place() {
        return place;
    }

    /** Looks where keys can be kept. */
    public synchronized Place look() {
        if (place == Place.UNKNOWN || place == Place.SESSION || place == Place.FILE_CLOSED) {
            place = platformAnswers() ? Place.PLATFORM : file.isOpen() ? Place.FILE : file.exists() ? Place.FILE_CLOSED : Place.SESSION;
        }
        return place;
    }

    /** Opens the encrypted file with its passphrase, or begins one; keys of this session go there with it. */
    public synchronized void openFile(char[] passphrase) throws VaultException {
        file.open(passphrase);
        place = Place.FILE;
    }

    /** @param account the id of a profile */
    public void save(String account, ApiKey key) throws VaultException {
        switch (look()) {
            case PLATFORM -> patiently(() -> {
                platform.save(account, key.secret());
                return account;
            });
            case FILE -> file.save(account, key.secret());
            default -> session.save(account, key.secret());
        }
        if (place != Place.SESSION && place != Place.FILE_CLOSED) {
            session.forget(account);
        }
    }

    /** @throws VaultException if there may be one that cannot be had now */
    public Optional<ApiKey> read(String account) throws VaultException {
        Optional<String> here = session.read(account);
        if (here.isPresent()) {
            return here.map(ApiKey::new);
        }
        return switch (look()) {
            case PLATFORM -> patiently(() -> platform.read(account)).map(ApiKey::new);
            case FILE, FILE_CLOSED -> file.read(account).map(ApiKey::new);
            default -> Optional.empty();
        };
    }

    public void forget(String account) throws VaultException {
        session.forget(account);
        switch (look()) {
            case PLATFORM -> patiently(() -> {
                platform.forget(account);
                return account;
            });
            case FILE, FILE_CLOSED -> file.forget(account);
            default -> {
            }
        }
    }

    private boolean platformAnswers() {
        try {
            within(probe, () -> platform.read(NOBODY));
            return true;
        } catch (VaultException failed) {
            // A store that refuses is there.
            return failed.text().key().equals("vault.refused");
        }
    }

    private <T> T patiently(Callable<T> call) throws VaultException {
        return within(patience, call);
    }

    private <T> T within(Duration time, Callable<T> call) throws VaultException {
        Future<T> answer = threads.submit(call);
        try {
            return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new VaultException(Text.of("vault.slow", time));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof VaultException known ? known : new VaultException(Text.of("vault.failed", failed.getCause().getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new VaultException(Text.of("vault.slow", time));
        }
    }
}
