package sh.inference.console.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The cloud machine an engine was provisioned on (contract 7.1). Members that may hold secrets are never read.
 *
 * @param hourlyPrice price an hour
 * @param costSoFar   the provider's running estimate
 * @param endsAt      when the instance deletes itself; empty means never, and then it cannot be extended
 * @param spendCap    the spend at which the instance deletes itself
 */
public record Instance(String id, String cloud, String name, String region, String ip, String type, Wire<InstanceStatus> status,
                       Optional<Money> hourlyPrice, Optional<Money> costSoFar, Optional<Instant> endsAt, Optional<Money> spendCap,
                       Optional<Hardware> hardware) {
    /** Whether the provider still bills: until it is deleting (contract 6.1). */
    public boolean bills() {
        return !status.is(InstanceStatus.DELETING) && !status.is(InstanceStatus.DELETED);
    }
}
