package sh.inference.console.ops;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.App;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.Connection;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;
import sh.inference.console.state.FleetReducer;

/**
 * All that a plan may depend on, at one moment.
 *
 * @param missingScopes scopes the key is known to lack
 * @param inFlight      operations that have been sent and have not ended
 * @param balance       the team's balance, where the key may read it
 * @param lock          why nothing at all may be written now: writes are locked, or the journal cannot be written
 * @param strict        whether dialogs ask as they do in production: with the whole plan, and for a reason
 * @param limits        up to where an extension is a small matter
 * @param outlook       what the whole fleet holds warm and can run, shared by all plans that are made of the same fleet
 */
public record Situation(Fleet fleet, AppsSnapshot apps, Connection connection, ConnectionProfile profile, Set<String> missingScopes,
                        Set<InFlight> inFlight, Optional<Money> balance, Optional<Text> lock, Instant now, boolean strict, AskLimits limits, Outlook outlook) {
    public Situation {
        missingScopes = Set.copyOf(missingScopes);
        inFlight = Set.copyOf(inFlight);
    }

    public Situation(Fleet fleet, AppsSnapshot apps, Connection connection, ConnectionProfile profile, Set<String> missingScopes,
                     Set<InFlight> inFlight, Optional<Money> balance, Optional<Text> lock, Instant now) {
        this(fleet, apps, connection, profile, missingScopes, inFlight, balance, lock, now, profile.kind() == ProfileKind.PRODUCTION, AskLimits.STANDARD, new Outlook(fleet, apps));
    }

    public Optional<EngineEntry> engine(String id) {
        return fleet.find(id);
    }

    /** The same for another thread: it shares with nobody what it works out. */
    public Situation apart() {
        return new Situation(fleet, apps, connection, profile, missingScopes, inFlight, balance, lock, now, strict, limits, new Outlook(fleet, apps));
    }

    /** The same as of another moment. */
    Situation at(Instant then) {
        return new Situation(fleet, apps, connection, profile, missingScopes, inFlight, balance, lock, then);
    }

    /** The same with other engines. */
    Situation with(Fleet other) {
        return new Situation(other, apps, connection, profile, missingScopes, inFlight, balance, lock, now);
    }

    /** The same with an engine that was just read; news older than what is known change nothing. */
    public Situation with(Engine read) {
        return with(read.id(), FleetReducer.apply(fleet.find(read.id()), EngineChange.whole(read), Feed.POLL, now));
    }

    /** The same with an app that was just read. */
    public Situation with(App read) {
        Map<String, App> more = new HashMap<>(apps.apps());
        more.put(read.id(), read);
        return with(apps.withApps(more));
    }

    /** The same without a target that the service does not know any more. */
    public Situation without(String id) {
        Map<String, App> fewer = new HashMap<>(apps.apps());
        fewer.remove(id);
        return with(id, Optional.empty()).with(apps.withApps(fewer));
    }

    /** The same without a version that the service does not know any more. */
    public Situation withoutVersion(String appId, String versionId) {
        return with(apps.withoutVersion(appId, versionId));
    }

    private Situation with(String engineId, Optional<EngineEntry> entry) {
        Map<String, EngineEntry> entries = new HashMap<>(fleet.entries());
        entry.ifPresentOrElse(known -> entries.put(engineId, known), () -> entries.remove(engineId));
        Fleet changed = new Fleet(entries);
        return new Situation(changed, apps, connection, profile, missingScopes, inFlight, balance, lock, now, strict, limits, new Outlook(changed, apps));
    }

    private Situation with(AppsSnapshot other) {
        return new Situation(fleet, other, connection, profile, missingScopes, inFlight, balance, lock, now, strict, limits, new Outlook(fleet, other));
    }
}
