package sh.inference.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sh.inference.console.cache.LastKnown;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.fx.UiThread;
import sh.inference.console.journal.Journal;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.BaseUrl;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.settings.SettingsStore;
import sh.inference.console.ui.shell.OpenWork;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.ui.profile.ProfileActions;

/**
 * Which profile each window shows. Each profile has a session of its own, whichever windows look at it: made when it is opened
 * and ended when the last window leaves it, unless operations are under way in it: then it goes on out of sight until they have
 * ended. FX thread.
 */
final class Sessions implements AutoCloseable {
    /** How long the end waits for what is still being written. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ConfigFolder folder;
    private final Journal journal;
    private final KnownKeys known;
    /** Writes the settings one after the other. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("settings").factory());
    private final SettingsStore settings;
    private final ProfileRoom profiles;
    private final Supplier<Session> sandbox;
    private final Map<Place, Wiring> shown = new LinkedHashMap<>();
    private final List<Wiring> unseen = new ArrayList<>();
    private final Map<String, LastKnown> seen = new HashMap<>();
    private Place front;
    private boolean drawn;

    /**
     * @param sandbox makes a session on the sandbox, which is started if need be
     * @param windows opens a further window
     */
    Sessions(ConfigFolder folder, KnownKeys known, Clock clock, SandboxSession sandbox, Runnable windows) {
        this.folder = folder;
        this.journal = Session.journal(folder);
        this.known = known;
        this.settings = OperatorChoices.store(folder, writer, why -> current().say(why));
        TaskRunner tasks = new TaskRunner(background, new UiThread());
        this.profiles = new ProfileRoom(new ProfileRepository(folder.settings(), clock), folder.cache(), KeyVault.of(folder.settings(), background), known, tasks, clock,
                () -> current().session().profile(), this::open, windows);
        this.sandbox = () -> sandbox.on(journal, profiles);
    }

    /** Makes a session on the sandbox. */
    interface SandboxSession {
        Session on(Journal journal, ProfileActions profiles);
    }

    /** Where a session is looked at. */
    interface Place {
        /** Shows a window of a session, instead of what was shown there. */
        void show(Wiring wiring);
    }

    ProfileRoom profiles() {
        return profiles;
    }

    /** What is shown in the window in front. */
    Wiring current() {
        return shown.get(front);
    }

    /** Adds a first window, to be filled by opening a session. */
    void begin(Place place) {
        shown.put(place, null);
        front = place;
    }

    /** The first window shows what it has. */
    void drawn() {
        drawn = true;
        current().workspace().drawn();
    }

    /** The operator works in a window from now on: what is opened and asked appears there. */
    void toFront(Place place) {
        front = place;
        Optional.ofNullable(shown.get(place)).ifPresent(Wiring::toFront);
    }

    /** Shows in a further window what is shown in front: the same session, on pages of its own. */
    Wiring openIn(Place place) {
        Wiring further = windowOn(current().workspace());
        shown.put(place, further);
        place.show(further);
        return further;
    }

    /** A window was closed. While no other one is open its session goes on, to be ended with the console. */
    void closed(Place place) {
        if (shown.size() == 1) {
            return;
        }
        Wiring left = shown.remove(place);
        if (front == place) {
            toFront(shown.keySet().iterator().next());
        }
        retire(left);
    }

    /** Shows a profile that is not kept, with a key that is at hand. */
    void open(SavedProfile profile, ApiKey key) {
        known.add(key);
        begin(Session.of(profile, key, folder, journal, profiles), true);
    }

    /** Shows the profile with an id in the window in front; the empty id, and one that nobody knows, is the sandbox. */
    void open(String id) {
        Optional<SavedProfile> wanted = profiles.book().find(id);
        profiles.opened(wanted.map(SavedProfile::id).orElse(""));
        Optional<Workspace> open = alive().map(Wiring::workspace).filter(one -> wanted.map(one.session.profile()::equals)
                .orElse(one.profile.kind() == ProfileKind.SANDBOX)).findFirst();
        if (open.isPresent()) {
            show(windowOn(open.get()));
            return;
        }
        if (wanted.isEmpty()) {
            begin(sandbox.get(), true);
            return;
        }
        Wiring opened = begin(Session.of(wanted.get(), new ApiKey(""), folder, journal, profiles), false);
        Optional<Text> refusal = BaseUrl.refusal(wanted.get().place().baseUrl(), wanted.get().settings().plainAccepted());
        refusal.ifPresentOrElse(why -> {
            opened.shell().notice(why);
            opened.waitFor(Problem.of("plain", wanted.get().place().host()), () -> opened.dialogs().edit(wanted.get()));
        }, () -> unlock(opened));
    }

    /** What has not ended in any session. */
    OpenWork openWork() {
        return alive().map(Wiring::workspace).distinct().map(Workspace::openWork).reduce(OpenWork.NONE, OpenWork::and);
    }

    @Override
    public void close() {
        alive().map(Wiring::workspace).distinct().toList().forEach(this::end);
        background.shutdown();
        writer.shutdown();
        try {
            writer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            background.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
        background.shutdownNow();
    }

    /** What was seen in it is at hand when its profile is opened again. */
    private void end(Workspace over) {
        over.memory.known().ifPresent(known -> seen.put(place(over.session), known));
        over.memory.keep(background);
        over.close();
    }

    private static String place(Session session) {
        return session.profile().id() + " " + session.profile().place().baseUrl();
    }

    private void unlock(Wiring opened) {
        profiles.secrets(opened.session().profile(), found -> {
            if (!shown.containsValue(opened)) {
                return;
            }
            if (found.isPresent()) {
                opened.session().key().set(found.get().key());
                opened.session().http().set(ProfileHttp.settings(opened.session().profile().settings(), found.get().proxyPassword()));
                opened.start();
            } else {
                Runnable ask = () -> opened.dialogs().askForKey(opened.session().profile(), () -> unlock(opened));
                opened.waitFor(Problem.of("key-missing", opened.session().profile().place().name()), ask);
                ask.run();
            }
        });
    }

    private Wiring begin(Session session, boolean start) {
        Workspace workspace = new Workspace(session.sharing(settings));
        if (start && drawn) {
            workspace.start();
        } else if (start) {
            workspace.startBefore();
        }
        Wiring opened = new Wiring(workspace);
        opened.memory().recall(Optional.ofNullable(seen.get(place(session))), opened.shell()::notice);
        show(opened);
        workspace.damage().forEach(opened::say);
        return opened;
    }

    private void show(Wiring next) {
        Wiring before = shown.put(front, next);
        front.show(next);
        next.toFront();
        retire(before);
    }

    /** What nobody looks at any more is kept for the next window on its session; a session without a window ends when it is idle. */
    private void retire(Wiring before) {
        if (before != null && !shown.containsValue(before)) {
            before.rest();
            unseen.add(before);
        }
        Set<Workspace> looked = shown.values().stream().map(Wiring::workspace).collect(Collectors.toSet());
        List<Workspace> over = unseen.stream().map(Wiring::workspace).filter(one -> !looked.contains(one) && !one.isBusy()).distinct().toList();
        over.forEach(this::end);
        unseen.removeIf(one -> over.contains(one.workspace()));
    }

    private Wiring windowOn(Workspace workspace) {
        Optional<Wiring> spare = unseen.stream().filter(one -> one.workspace() == workspace).findFirst();
        spare.ifPresent(one -> {
            unseen.remove(one);
            one.wake();
        });
        return spare.orElseGet(() -> new Wiring(workspace));
    }

    private Stream<Wiring> alive() {
        return Stream.concat(shown.values().stream().filter(Objects::nonNull), unseen.stream());
    }
}
