package sh.inference.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import sh.inference.console.cache.LastKnown;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.UiThread;
import sh.inference.console.journal.Journal;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.BaseUrl;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.ui.shell.OpenWork;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.ui.profile.ProfileActions;

/**
 * Which profile the window shows. Each profile has a session of its own, made when it is opened and ended when another is,
 * unless operations are under way in it: then it goes on out of sight until they have ended. FX thread.
 */
final class Sessions implements AutoCloseable {
    /** How long the end waits for what is still being written. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ConfigFolder folder;
    private final Journal journal;
    private final KnownKeys known;
    private final ProfileRoom profiles;
    private final Supplier<Session> sandbox;
    private final Consumer<Wiring> shown;
    private final List<Wiring> parked = new ArrayList<>();
    private final Map<String, LastKnown> seen = new HashMap<>();
    private Wiring current;

    /**
     * @param sandbox makes a session on the sandbox, which is started if need be
     * @param shown   puts a session into the window
     */
    Sessions(ConfigFolder folder, KnownKeys known, Clock clock, SandboxSession sandbox, Consumer<Wiring> shown) {
        this.folder = folder;
        this.journal = Session.journal(folder);
        this.known = known;
        this.shown = shown;
        TaskRunner tasks = new TaskRunner(background, new UiThread());
        this.profiles = new ProfileRoom(new ProfileRepository(folder.settings(), clock), folder.cache(), KeyVault.of(folder.settings(), background), known, tasks, clock,
                () -> current.session().profile(), this::open);
        this.sandbox = () -> sandbox.on(journal, profiles);
    }

    /** Makes a session on the sandbox. */
    interface SandboxSession {
        Session on(Journal journal, ProfileActions profiles);
    }

    ProfileRoom profiles() {
        return profiles;
    }

    Wiring current() {
        return current;
    }

    /** Shows a profile that is not kept, with a key that is at hand. */
    void open(SavedProfile profile, ApiKey key) {
        known.add(key);
        begin(Session.of(profile, key, folder, journal, profiles), true);
    }

    /** Shows the profile with an id; the empty id, and one that nobody knows, is the sandbox. */
    void open(String id) {
        Optional<SavedProfile> wanted = profiles.book().find(id);
        profiles.opened(wanted.map(SavedProfile::id).orElse(""));
        Optional<Wiring> waiting = parked.stream().filter(one -> wanted.map(profile -> one.session().profile().equals(profile))
                .orElse(one.profile().kind() == ProfileKind.SANDBOX)).findFirst();
        if (waiting.isPresent()) {
            parked.remove(waiting.get());
            show(waiting.get());
            return;
        }
        if (wanted.isEmpty()) {
            begin(sandbox.get(), true);
            return;
        }
        begin(Session.of(wanted.get(), new ApiKey(""), folder, journal, profiles), false);
        Wiring opened = current;
        Optional<Text> refusal = BaseUrl.refusal(wanted.get().place().baseUrl(), wanted.get().settings().plainAccepted());
        refusal.ifPresentOrElse(why -> opened.shell().notice(why), () -> unlock(opened));
    }

    /** What has not ended in any session. */
    OpenWork openWork() {
        return parked.stream().map(Wiring::openWork).reduce(current == null ? OpenWork.NONE : current.openWork(), OpenWork::and);
    }

    @Override
    public void close() {
        if (current != null) {
            end(current);
        }
        parked.forEach(this::end);
        background.shutdown();
        try {
            background.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
        background.shutdownNow();
    }

    /** What was seen in it is at hand when its profile is opened again. */
    private void end(Wiring over) {
        over.memory().known().ifPresent(known -> seen.put(place(over.session()), known));
        over.memory().keep(background);
        over.close();
    }

    private static String place(Session session) {
        return session.profile().id() + " " + session.profile().place().baseUrl();
    }

    private void unlock(Wiring opened) {
        profiles.secrets(opened.session().profile(), found -> {
            if (opened != current) {
                return;
            }
            if (found.isPresent()) {
                opened.session().key().set(found.get().key());
                opened.session().http().set(ProfileHttp.settings(opened.session().profile().settings(), found.get().proxyPassword()));
                opened.start();
            } else {
                opened.dialogs().askForKey(opened.session().profile(), () -> unlock(opened));
            }
        });
    }

    private void begin(Session session, boolean start) {
        Wiring opened = new Wiring(session);
        opened.memory().recall(Optional.ofNullable(seen.get(place(session))), opened.shell()::notice);
        show(opened);
        if (start) {
            opened.start();
        }
    }

    private void show(Wiring next) {
        Wiring before = current;
        current = next;
        shown.accept(next);
        if (before != null) {
            parked.add(before);
        }
        parked.removeIf(one -> {
            boolean over = !one.isBusy();
            if (over) {
                end(one);
            }
            return over;
        });
    }
}
