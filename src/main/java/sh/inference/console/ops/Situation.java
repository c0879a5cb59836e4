package sh.inference.console.ops;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Money;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Fleet;

/**
 * All that a plan may depend on, at one moment.
 *
 * @param missingScopes scopes the key is known to lack
 * @param inFlight      ids of targets with an operation that has been sent and has not ended
 * @param balance       the team's balance, where the key may read it
 */
public record Situation(Fleet fleet, AppsSnapshot apps, Connection connection, ConnectionProfile profile, Set<String> missingScopes,
                        Set<String> inFlight, Optional<Money> balance, Instant now) {
    public Situation {
        missingScopes = Set.copyOf(missingScopes);
        inFlight = Set.copyOf(inFlight);
    }
}
