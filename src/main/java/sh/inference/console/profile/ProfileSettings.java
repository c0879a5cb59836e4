package sh.inference.console.profile;

import java.time.Duration;
import java.util.Objects;

/**
 * How to speak to one service and what may be written there.
 *
 * @param writes         how writes begin, and for how long they are unlocked
 * @param proxy          the way out of the network
 * @param certificates   further certificate authorities to trust, PEM; empty for none
 * @param connectTimeout for a connection
 * @param replyTimeout   for the longest silence within a reply
 * @param reconcile      between two slow re-lists that repair what streams lost
 * @param sendApiVersion whether to send {@code X-API-Version: 2}
 * @param plainAccepted  whether the operator has confirmed that the key may travel without TLS
 */
public record ProfileSettings(WritePolicy writes, ProxySetting proxy, String certificates, Duration connectTimeout, Duration replyTimeout, Duration reconcile,
                              boolean sendApiVersion, boolean plainAccepted) {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(1);

    /** @throws IllegalArgumentException if a time is shorter than a second or longer than an hour */
    public ProfileSettings {
        Objects.requireNonNull(writes);
        Objects.requireNonNull(proxy);
        Objects.requireNonNull(certificates);
        for (Duration time : new Duration[] {connectTimeout, replyTimeout, reconcile}) {
            if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("a time must be between a second and an hour: " + time);
            }
        }
    }

    /** What a profile of a kind begins with. */
    public static ProfileSettings of(ProfileKind kind) {
        return new ProfileSettings(WritePolicy.of(kind), ProxySetting.SYSTEM, "", Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(1), true, false);
    }
}
