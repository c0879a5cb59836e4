package sh.inference.console.testing;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;
import sh.inference.console.ops.InFlight;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.Connection;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;
import sh.inference.console.state.Freshness;

/** Builds what plans are made of: {@code Situations.of(engine).production().build()}; live, on a development profile, at {@link Engines#NOW}. */
public final class Situations {
    private final Set<String> missing = new HashSet<>();
    private final Set<InFlight> inFlight = new HashSet<>();
    private Fleet fleet;
    private AppsSnapshot apps = AppsSnapshot.EMPTY;
    private Freshness freshness = new Freshness.Live();
    private ProfileKind kind = ProfileKind.DEVELOPMENT;
    private Optional<Money> balance = Optional.empty();
    private Optional<Text> lock = Optional.empty();
    private Instant now = Engines.NOW;

    private Situations(Fleet fleet) {
        this.fleet = fleet;
    }

    public static Situations of(Engine... engines) {
        return new Situations(Engines.fleet(engines));
    }

    public static Situations of(EngineEntry... entries) {
        return new Situations(Engines.fleet(entries));
    }

    public static ConnectionProfile profile(ProfileKind kind) {
        return new ConnectionProfile("test-eu", URI.create("https://api.example.test"), kind);
    }

    public static Connection connection(Freshness freshness) {
        return new Connection(freshness, Feed.ENGINE, 1, OptionalInt.empty());
    }

    public Situations apps(AppsSnapshot snapshot) {
        this.apps = snapshot;
        return this;
    }

    public Situations freshness(Freshness newFreshness) {
        this.freshness = newFreshness;
        return this;
    }

    public Situations kind(ProfileKind newKind) {
        this.kind = newKind;
        return this;
    }

    public Situations production() {
        return kind(ProfileKind.PRODUCTION);
    }

    public Situations lacking(String scope) {
        missing.add(scope);
        return this;
    }

    public Situations underway(String id, Verb verb, boolean answered) {
        inFlight.add(new InFlight(id, verb, answered));
        return this;
    }

    public Situations balance(String dollars) {
        this.balance = Optional.of(Money.ofDollars(dollars));
        return this;
    }

    public Situations locked(Text why) {
        this.lock = Optional.of(why);
        return this;
    }

    public Situations at(Instant newNow) {
        this.now = newNow;
        return this;
    }

    public Situation build() {
        return new Situation(fleet, apps, connection(freshness), profile(kind), missing, inFlight, balance, lock, now);
    }
}
