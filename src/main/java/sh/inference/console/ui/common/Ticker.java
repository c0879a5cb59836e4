package sh.inference.console.ui.common;

import java.time.Clock;
import java.time.Instant;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The present moment as a property, for ages and countdowns. It moves only when told to, so a test decides what time it
 * is. Confined to the FX thread.
 */
public final class Ticker {
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;

    public Ticker(Clock clock) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Instant now() {
        return now.get();
    }

    /** The time to the millisecond, which moves nothing. */
    public Instant exact() {
        return clock.instant();
    }

    /** Reads the clock. */
    public void tick() {
        now.set(clock.instant());
    }
}
