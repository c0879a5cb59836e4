package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;

/**
 * Keeps the fleet true: lists the engines, follows their streams, reads again after every gap, and says how far what it
 * knows can be trusted (the rules stand in {@link FleetHealth}). Confined to the FX thread; what blocks runs in the
 * background, and news reach the store through a {@link StreamPump}.
 */
public final class FleetFeed implements AutoCloseable, FleetLister.Host {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** As many rows as the largest screen shows. */
    private static final int READ_AT_ONCE = 60;
    private final FleetStore store;
    private final Permissions permissions;
    private final Diagnostics diagnostics;
    private final FeedRuntime runtime;
    private final FeedSettings settings;
    private final FleetLines lines;
    private final FleetLister lister;
    private final FleetHealth health;
    private final EngineReader reader;
    private final Watched watched;
    private final Set<String> awaitingList = new HashSet<>();
    private String opened = "";
    private FeedChoice choice = new FeedChoice(Set.of(), false, false);
    private boolean noEvents;
    private boolean gap;
    private Optional<Instant> backAt = Optional.empty();
    private Optional<Instant> lostAt = Optional.empty();
    private Optional<Problem> refusal = Optional.empty();
    private Optional<Future<?>> ticking = Optional.empty();
    private boolean closed;

    public FleetFeed(InferenceApi api, FleetStore store, Permissions permissions, Diagnostics diagnostics, FeedRuntime runtime, FeedSettings settings) {
        this.store = store;
        this.permissions = permissions;
        this.diagnostics = diagnostics;
        this.runtime = runtime;
        this.settings = settings;
        this.watched = new Watched(settings.lingering());
        StreamPump<Line.Signal> pump = new StreamPump<>(runtime, settings.patience(), Line.Signal::isPatient, this::take);
        this.lines = new FleetLines(api, runtime, pump::offer);
        this.lister = new FleetLister(api, store, runtime, settings, diagnostics, this::feedOf, this);
        this.health = new FleetHealth(store, lines, lister, settings);
        this.reader = new EngineReader(api, runtime, this::engineRead, this::engineGone, this::readFailed);
    }

    /** Something is missing without which the service cannot be asked: until {@link #start} the fleet is offline for that reason. */
    public void hold(Problem missing) {
        refusal = Optional.of(missing);
        assess();
    }

    /** Begins, once. */
    public void start() {
        refusal = Optional.empty();
        ticking = Optional.of(runtime.every(TICK, this::tick));
        lister.ask(FleetLister.Purpose.READ_NOW);
        assess();
    }

    /** The operator does not want to wait: lost lines are opened and the list is read at once, whatever was refused before. */
    public void readNow() {
        refusal = Optional.empty();
        noEvents = false;
        choose();
        lines.reopen(line -> !line.isAlive(runtime.now(), settings.silence()));
        lister.askNow();
        assess();
    }

    /** The computer slept or changed its network: nothing that was open can be relied on. */
    public void wake() {
        if (refusal.isEmpty() && !closed) {
            diagnostics.woke();
            lines.reopen(line -> true);
            lister.distrust();
            lister.askNow();
            judgeEngines();
            assess();
        }
    }

    /** How often the list is read again in the background, from the next time on. */
    public void reconcileEvery(Duration time) {
        lister.reconcileEvery(time);
    }

    /** Reads one engine again; when it is gone it leaves the fleet. */
    public void refresh(String id) {
        diagnostics.read();
        reader.read(id);
    }

    /** Tells which engines are on screen: in a fleet too large for a stream each, these have one where they can. */
    public void setVisible(Collection<String> ids) {
        watched.show(ids);
        choose();
    }

    /** Tells which engine is shown in detail, which always has a stream. */
    public void setOpened(Optional<String> id) {
        opened = id.orElse("");
        choose();
    }

    @Override
    public void close() {
        closed = true;
        ticking.ifPresent(timer -> timer.cancel(false));
        lister.stop();
        lines.closeAll();
    }

    private void tick() {
        Instant now = runtime.now();
        diagnostics.keepRefusals(id -> id.isEmpty() ? noEvents : lines.find(id).isPresent());
        diagnostics.publish(now);
        if (closed || refusal.isPresent()) {
            return;
        }
        lines.all().stream().filter(line -> line.isOpenButDead(now, settings.dead())).forEach(Line::connect);
        choose();
        lister.tick(health.needsPolling(choice));
        judgeEngines();
        assess();
    }

    private void take(List<Line.Signal> signals) {
        if (closed) {
            return;
        }
        NewsBatch batch = new NewsBatch(store, diagnostics, lister::heard);
        Set<String> alive = new LinkedHashSet<>();
        int before = store.entries().size();
        boolean turned = false;
        for (Line.Signal signal : signals) {
            switch (signal) {
                case Line.Signal.Opened now -> {
                    opened(now);
                    turned = true;
                }
                case Line.Signal.Heard now -> {
                    now.line().heard(now);
                    batch.add(now.frame(), now.line().engineId().isEmpty() ? Feed.EVENTS : Feed.ENGINE);
                    alive.add(now.line().engineId());
                }
                case Line.Signal.Ended now -> {
                    ended(now);
                    turned = true;
                }
            }
        }
        readUnknown(batch.end());
        store.touch(alive, runtime.now());
        if (!alive.isEmpty()) {
            store.heard(runtime.now());
        }
        if (turned || before != store.entries().size()) {
            choose();
            judgeEngines();
        }
        assess();
    }

    /** Parts of engines that are not known: the list that is just being read names most of them, the rest are read one by one. */
    private void readUnknown(Set<String> unknown) {
        if (lister.isUrgent()) {
            awaitingList.addAll(unknown);
        } else {
            unknown.forEach(this::refresh);
        }
    }

    private void opened(Line.Signal.Opened now) {
        boolean back = now.line().opened(now);
        if (!now.line().isPresent(now)) {
            return;
        }
        store.heard(runtime.now());
        diagnostics.stream(now.line().engineId(), Optional.empty());
        if (back) {
            diagnostics.reconnected();
        }
        if (now.line().engineId().isEmpty()) {
            // This stream begins without a picture of the fleet: what happened before is only in the list.
            gap = true;
            backAt = Optional.empty();
        } else if (back) {
            refresh(now.line().engineId());
        }
    }

    private void ended(Line.Signal.Ended now) {
        if (!now.line().ended(now) || now.failure().isEmpty()) {
            return;
        }
        ApiFailure failure = now.failure().get();
        permissions.learn(failure);
        diagnostics.lost(failure.problem(), runtime.now());
        if (failure instanceof ApiFailure.Unauthorized) {
            end(failure);
        } else if (now.line().isRefused()) {
            diagnostics.stream(now.line().engineId(), now.line().problem());
            if (now.line().engineId().isEmpty()) {
                noEvents = true;
                learnWorkspaceScope(failure);
            } else if (failure instanceof ApiFailure.NotFound) {
                refresh(now.line().engineId());
            }
        }
    }

    /** The workspace stream needs one known scope, so a refusal that names none still tells which is missing. */
    private void learnWorkspaceScope(ApiFailure failure) {
        if (failure instanceof ApiFailure.Forbidden refused && refused.scope().isEmpty() && refused.code().equals("forbidden")) {
            permissions.learnMissing("teams:read");
        }
    }

    /** The key is not accepted, or may not read engines: nothing goes on until somebody changes something. */
    private void end(ApiFailure failure) {
        refusal = Optional.of(failure.problem());
        lines.closeAll();
        lister.stop();
        assess();
    }

    @Override
    public void listProgressed() {
        store.heard(runtime.now());
        if (store.entries().size() > settings.streamLimit()) {
            choose();
        }
        assess();
    }

    @Override
    public void listed(Instant begunAt) {
        if (backAt.isEmpty() || !begunAt.isBefore(backAt.get())) {
            gap = false;
            backAt = Optional.empty();
        }
        List<String> unnamed = awaitingList.stream().filter(id -> !store.entries().containsKey(id)).toList();
        awaitingList.clear();
        unnamed.forEach(this::refresh);
        choose();
        judgeEngines();
        assess();
    }

    @Override
    public void listFailed(ApiFailure why) {
        permissions.learn(why);
        if (why instanceof ApiFailure.Unauthorized || why instanceof ApiFailure.Forbidden) {
            end(why);
        }
        assess();
    }

    @Override
    public void verify(String id) {
        refresh(id);
    }

    private void engineRead(Engine engine, Instant askedAt) {
        if (!closed) {
            store.read(engine, feedOf(engine.id()), askedAt);
            store.heard(runtime.now());
            choose();
            assess();
        }
    }

    private void engineGone(String id) {
        store.remove(id);
        choose();
        assess();
    }

    private void readFailed(ApiFailure why) {
        permissions.learn(why);
        if (why instanceof ApiFailure.Unauthorized) {
            end(why);
        }
    }

    private Feed feedOf(String id) {
        return health.feedOf(id, choice, runtime.now());
    }

    private void choose() {
        boolean known = lister.listedAt().isPresent() || store.entries().size() > settings.streamLimit();
        if (closed || refusal.isPresent() || !known) {
            return;
        }
        choice = FeedChoice.of(store.entries().keySet(), watched.ids(), opened, noEvents, settings);
        lines.want(choice);
    }

    private void judgeEngines() {
        Instant now = runtime.now();
        if (health.isBeyondDoubt(choice, now)) {
            return;
        }
        List.copyOf(store.entries().values()).forEach(entry -> store.setStale(entry.engine().id(), health.isStale(entry, choice, now)));
    }

    private void assess() {
        Instant now = runtime.now();
        boolean sign = health.hasSign(choice, now);
        if (!sign && lister.listedAt().isPresent() && !health.isStarting(now)) {
            gap = true;
            backAt = Optional.empty();
        } else if (gap && backAt.isEmpty() && health.isStreaming(choice, now)) {
            backAt = Optional.of(now);
            lister.closeGap();
            // A long list takes its time: what somebody looks at is asked for at once.
            if (store.entries().size() > settings.pageSize()) {
                watched.ids().stream().filter(Engine::isAddress).limit(READ_AT_ONCE).forEach(this::refresh);
            }
        }
        Freshness freshness = refusal.<Freshness>map(why -> new Freshness.Offline(why, store.heardAtProperty().get(), 0, Optional.empty()))
                .orElseGet(() -> health.freshness(choice, gap, now));
        if (freshness instanceof Freshness.CatchingUp) {
            freshness = new Freshness.CatchingUp(lostAt);
        } else {
            lostAt = freshness.isOld() ? lostAt.or(() -> Optional.of(now)) : Optional.empty();
        }
        Connection after = new Connection(freshness, choice.main(), store.entries().size(), lister.total());
        if (!after.equals(store.connection())) {
            store.setConnection(after);
        }
    }
}
