package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;

/**
 * Decides when the list is read and puts it into the store, page by page. News that come while it is read are applied
 * at once; those without a time of change are applied again after their page, since nothing else shows that they are
 * the newer. Confined to the FX thread.
 */
final class FleetLister implements Listing.Sink {
    /** What a list is for, the most urgent last. */
    enum Purpose {
        /** To repair, in the background, what streams lost. */
        RECONCILE,
        /** In place of a stream. */
        POLL,
        /** A line was lost and is back: there may be a gap. */
        CLOSE_GAP,
        /** Somebody asked, or nothing is known yet. */
        READ_NOW;

        boolean isBackground() {
            return this == RECONCILE || this == POLL;
        }
    }

    /** The feed that this lister serves. */
    interface Host {
        /** @param begunAt when the walk began */
        void listed(Instant begunAt);

        void listProgressed();

        void listFailed(ApiFailure why);

        /** Looks whether an engine that a list left out is really gone. */
        void verify(String id);
    }

    private static final int VERIFIED_AT_ONCE = 100;
    private final InferenceApi api;
    private final FleetStore store;
    private final FeedRuntime runtime;
    private FeedSettings settings;
    private final Diagnostics diagnostics;
    private final Function<String, Feed> feedOf;
    private final Host host;
    private final BackOff backOff;
    private final List<EngineChange> timeless = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    private Optional<Listing> walk = Optional.empty();
    private Purpose purpose = Purpose.READ_NOW;
    private Optional<Purpose> wanted = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private Optional<Instant> listedAt = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private OptionalInt total = OptionalInt.empty();
    private int loaded;
    private int missed;
    private boolean trusted;
    private Instant limitedUntil = Instant.MIN;

    FleetLister(InferenceApi api, FleetStore store, FeedRuntime runtime, FeedSettings settings, Diagnostics diagnostics,
                Function<String, Feed> feedOf, Host host) {
        this.api = api;
        this.store = store;
        this.runtime = runtime;
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.feedOf = feedOf;
        this.host = host;
        this.backOff = new BackOff(runtime.random());
    }

    void reconcileEvery(Duration time) {
        settings = settings.reconcilingEvery(time);
    }

    /** Asks for a list. A more urgent wish replaces a slow walk; after a failure it waits for its time. */
    void ask(Purpose why) {
        if (wanted.isEmpty() || wanted.get().compareTo(why) < 0) {
            wanted = Optional.of(why);
        }
        if (walk.isPresent() && walk.get().isThrottled() && !wanted.get().isBackground()) {
            cancel();
        }
        beginIfDue();
    }

    /** Asks for a list now, whatever failed before. */
    void askNow() {
        notBefore = Instant.MIN;
        backOff.reset();
        cancel();
        ask(Purpose.READ_NOW);
    }

    /** A stream is open that was not: only a walk that begins now is known to contain what happened before. */
    void closeGap() {
        cancel();
        // An open stream shows that the service can be reached, whatever failed before; only its limits still hold.
        notBefore = limitedUntil;
        ask(Purpose.CLOSE_GAP);
    }

    /** What was listed is not to be relied on until the next list. */
    void distrust() {
        trusted = false;
    }

    boolean isTrusted() {
        return trusted;
    }

    /** Whether a list is being read as fast as it comes. */
    boolean isUrgent() {
        return walk.isPresent() && !purpose.isBackground();
    }

    /** Ends it all; {@link #askNow} begins again. */
    void stop() {
        cancel();
        wanted = Optional.empty();
    }

    /** Once a second. */
    void tick(boolean polling) {
        Instant now = runtime.now();
        Duration pause = polling ? settings.pollEvery() : settings.reconcileEvery();
        if (walk.isEmpty() && listedAt.isPresent() && !listedAt.get().plus(pause).isAfter(now)) {
            ask(polling ? Purpose.POLL : Purpose.RECONCILE);
        }
        beginIfDue();
    }

    private void beginIfDue() {
        if (walk.isPresent() || wanted.isEmpty() || runtime.now().isBefore(notBefore)) {
            return;
        }
        purpose = wanted.get();
        wanted = Optional.empty();
        timeless.clear();
        heard.clear();
        loaded = 0;
        Listing next = new Listing(api, runtime, purpose.isBackground() ? settings.betweenPages(store.entries().size()) : Duration.ZERO, this);
        walk = Optional.of(next);
        next.start(settings.pageSize());
    }

    private void cancel() {
        walk.ifPresent(under -> {
            under.cancel();
            end();
        });
    }

    /** From now on engines come and go uncounted by the service; those that no page brought are missing still. */
    private void end() {
        walk = Optional.empty();
        missed = Math.max(0, total.orElse(0) - store.entries().size());
    }

    /** News that came from a stream, already in the store. */
    void heard(List<EngineChange> changes) {
        if (walk.isPresent()) {
            changes.forEach(change -> heard.add(change.id()));
            changes.stream().filter(change -> change.updatedAt().isEmpty()).forEach(timeless::add);
        }
    }

    @Override
    public void page(List<Engine> fresh, OptionalInt all, Instant askedAt) {
        total = all;
        loaded += fresh.size();
        int repaired = 0;
        for (Engine engine : fresh) {
            repaired += store.read(engine, feedOf.apply(engine.id()), askedAt) ? 1 : 0;
        }
        timeless.forEach(change -> store.apply(List.of(change), feedOf.apply(change.id())));
        timeless.clear();
        if (purpose == Purpose.RECONCILE) {
            diagnostics.repaired(repaired);
        }
        host.listProgressed();
    }

    @Override
    public void done() {
        Listing ended = walk.orElseThrow();
        listedAt = Optional.of(runtime.now());
        trusted = true;
        problem = Optional.empty();
        backOff.reset();
        diagnostics.listed(ended.hasRepeatedItself());
        List<String> missing = store.entries().keySet().stream().filter(id -> !ended.names(id) && !heard.contains(id)).toList();
        if (purpose == Purpose.RECONCILE) {
            diagnostics.repaired(missing.size());
        }
        boolean proves = ended.provesAbsence();
        // What has no id of its own cannot be asked for.
        missing.stream().filter(id -> proves || !Engine.isAddress(id)).forEach(store::remove);
        end();
        missing.stream().filter(id -> !proves && Engine.isAddress(id)).limit(VERIFIED_AT_ONCE).forEach(host::verify);
        host.listed(ended.startedAt());
        beginIfDue();
    }

    @Override
    public void failed(ApiFailure why) {
        end();
        problem = Optional.of(why.problem());
        diagnostics.listFailed(why.problem());
        Duration pause = backOff.next();
        if (why instanceof ApiFailure.RateLimited limit && limit.retryAfter().compareTo(pause) > 0) {
            pause = limit.retryAfter();
            limitedUntil = runtime.now().plus(pause);
        }
        notBefore = runtime.now().plus(pause);
        if (wanted.isEmpty() || wanted.get().compareTo(purpose) < 0) {
            wanted = Optional.of(purpose);
        }
        host.listFailed(why);
    }

    /** When the list was read completely for the last time. */
    Optional<Instant> listedAt() {
        return listedAt;
    }

    Optional<Problem> problem() {
        return problem;
    }

    int attempt() {
        return backOff.attempt();
    }

    Optional<Instant> nextTry() {
        return problem.map(any -> notBefore);
    }

    /** Engines in all, where the service counts them; between two lists what came and went since is counted here. */
    OptionalInt total() {
        return walk.isPresent() || total.isEmpty() ? total : OptionalInt.of(store.entries().size() + missed);
    }

    /** How many engines the walk has brought that is under way, or the last one. */
    int loaded() {
        return loaded;
    }
}
