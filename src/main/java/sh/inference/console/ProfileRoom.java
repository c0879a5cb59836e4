package sh.inference.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

import sh.inference.console.cache.LastKnownFile;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileBook;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.profile.vault.VaultException;
import sh.inference.console.state.ConnectionProbe;
import sh.inference.console.ui.profile.ProfileActions;

/** Profiles and their keys as screens ask for them: everything that blocks happens in the background. Confined to the FX thread. */
final class ProfileRoom implements ProfileActions {
    private final ProfileRepository repository;
    private final Path cache;
    private final KeyVault vault;
    private final KnownKeys known;
    private final TaskRunner tasks;
    private final Clock clock;
    private final Supplier<SavedProfile> current;
    private final Consumer<String> opener;
    private final Runnable windows;
    private final Optional<Text> finding;
    private ProfileBook book;

    /** What belongs to one profile and is secret. */
    record Secrets(ApiKey key, String proxyPassword) {
    }

    /**
     * Reads the profiles, which takes a few milliseconds.
     *
     * @param cache   the folder of what was last seen in each profile
     * @param current whose session is shown
     * @param opener  shows the session of the profile with an id; the empty id is the sandbox
     * @param windows opens a further window
     */
    ProfileRoom(ProfileRepository repository, Path cache, KeyVault vault, KnownKeys known, TaskRunner tasks, Clock clock, Supplier<SavedProfile> current,
                Consumer<String> opener, Runnable windows) {
        this.repository = repository;
        this.cache = cache;
        this.vault = vault;
        this.known = known;
        this.tasks = tasks;
        this.clock = clock;
        this.current = current;
        this.opener = opener;
        this.windows = windows;
        ProfileRepository.Loaded loaded = repository.load();
        this.book = loaded.book();
        this.finding = loaded.finding();
    }

    /** What was wrong with the file of profiles, if anything. */
    Optional<Text> finding() {
        return finding;
    }

    @Override
    public ProfileBook book() {
        return book;
    }

    @Override
    public SavedProfile current() {
        return current.get();
    }

    @Override
    public void open(String id) {
        opener.accept(id);
    }

    @Override
    public void openWindow() {
        windows.run();
    }

    /** Remembers what was opened last, for the next start. */
    void opened(String id) {
        if (!book.last().equals(id) || !book.equals(ProfileBook.EMPTY)) {
            keep(book.opened(id), problem -> { });
        }
    }

    /** Remembers that the console was started before. */
    void welcomed() {
        keep(book, problem -> { });
    }

    @Override
    public void save(SavedProfile profile, Optional<ApiKey> key, Optional<ApiKey> proxyPassword, Consumer<Optional<Text>> done) {
        key.ifPresent(known::add);
        proxyPassword.ifPresent(known::add);
        if (!profile.isKept()) {
            done.accept(Optional.empty());
            return;
        }
        attempt(() -> {
            if (key.isPresent()) {
                vault.save(profile.id(), key.get());
            }
            if (proxyPassword.isPresent()) {
                vault.save(profile.proxyAccount(), proxyPassword.get());
            }
            return profile;
        }, problem -> {
            if (problem.isPresent()) {
                done.accept(problem);
            } else {
                keep(book.with(profile), done);
            }
        });
    }

    @Override
    public void remove(String id, Consumer<Optional<Text>> done) {
        attempt(() -> {
            vault.forget(id);
            vault.forget(id + ".proxy");
            LastKnownFile.of(cache, id).forget();
            return id;
        }, problem -> keep(book.without(id), kept -> done.accept(problem.or(() -> kept))));
    }

    @Override
    public void forgetKey(String id, Consumer<Optional<Text>> done) {
        attempt(() -> {
            vault.forget(id);
            return id;
        }, done);
    }

    @Override
    public void askPlace(Consumer<KeyVault.Place> told) {
        tasks.run(vault::look, told, failed -> told.accept(KeyVault.Place.SESSION));
    }

    @Override
    public void openKeyFile(char[] passphrase, Consumer<Optional<Text>> done) {
        attempt(() -> {
            vault.openFile(passphrase);
            return passphrase;
        }, done);
    }

    /** The secrets of a profile, or empty when its key is not at hand. */
    void secrets(SavedProfile profile, Consumer<Optional<Secrets>> told) {
        tasks.run(() -> read(profile), found -> {
            found.ifPresent(secrets -> known.add(secrets.key()));
            told.accept(found);
        }, failed -> told.accept(Optional.empty()));
    }

    @Override
    public void test(SavedProfile profile, Optional<ApiKey> key, Optional<ApiKey> proxyPassword, Consumer<ConnectionProbe.Line> told, Runnable done) {
        key.ifPresent(known::add);
        tasks.run(() -> {
            ApiKey used = key.isPresent() ? key.get() : vault.read(profile.id()).orElse(new ApiKey(""));
            String password = proxyPassword.isPresent() ? proxyPassword.get().secret() : vault.read(profile.proxyAccount()).map(ApiKey::secret).orElse("");
            return new ConnectionProbe(ProfileHttp.reader(profile, used, password, clock), clock, line -> tasks.ui().execute(() -> told.accept(line))).run();
        }, works -> done.run(), failed -> done.run());
    }

    @Override
    public String newId() {
        return UUID.randomUUID().toString();
    }

    private Optional<Secrets> read(SavedProfile profile) throws VaultException {
        Optional<ApiKey> key = vault.read(profile.id());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String password = profile.settings().proxy().user().isEmpty() ? "" : vault.read(profile.proxyAccount()).map(ApiKey::secret).orElse("");
        return Optional.of(new Secrets(key.get(), password));
    }

    private void keep(ProfileBook next, Consumer<Optional<Text>> done) {
        ProfileBook before = book;
        book = next;
        tasks.run(() -> {
            repository.save(next);
            return next;
        }, saved -> done.accept(Optional.empty()), failed -> {
            book = before;
            done.accept(Optional.of(Text.of("profile.unsaved", repository.file().toString(), FileFault.why(failed))));
        });
    }

    private void attempt(Callable<?> work, Consumer<Optional<Text>> done) {
        tasks.run(work, result -> done.accept(Optional.empty()), failed -> done.accept(Optional.of(failed instanceof VaultException vaulted ? vaulted.text()
                : Text.of("vault.failed", failed.getClass().getSimpleName()))));
    }
}
