package sh.inference.console.state;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Money;

/**
 * The team's balance (contract 9.3), unknown until it was read or while the key may not read it. Confined to the FX
 * thread.
 */
public final class Balance {
    /** An amount and when it was read. */
    public record Reading(Money amount, Instant readAt) {
    }

    private final InferenceApi api;
    private final TaskRunner tasks;
    private final Permissions permissions;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Balance(InferenceApi api, TaskRunner tasks, Permissions permissions, Clock clock) {
        this.api = api;
        this.tasks = tasks;
        this.permissions = permissions;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    public Optional<Money> amount() {
        return reading.get().map(Reading::amount);
    }

    /** Reads it in the background. A refusal makes it unknown; any other failure leaves the last reading with its age. */
    public void refresh() {
        tasks.run(api::balance, amount -> reading.set(Optional.of(new Reading(amount, clock.instant()))), reason -> {
            if (reason instanceof ApiException refused) {
                permissions.learn(refused.failure());
                if (refused.failure() instanceof ApiFailure.Forbidden) {
                    reading.set(Optional.empty());
                }
            }
        });
    }
}
