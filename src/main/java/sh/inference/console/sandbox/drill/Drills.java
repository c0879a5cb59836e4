package sh.inference.console.sandbox.drill;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Which drills are on. May be asked and switched from any thread. */
public final class Drills {
    private final AtomicReference<Set<Drill>> on;
    private final AtomicInteger calls = new AtomicInteger();

    public Drills(Collection<Drill> on) {
        this.on = new AtomicReference<>(Set.copyOf(on));
    }

    public boolean isOn(Drill drill) {
        return on.get().contains(drill);
    }

    public Set<Drill> all() {
        return on.get();
    }

    public void turn(Drill drill, boolean to) {
        on.updateAndGet(before -> {
            Set<Drill> after = EnumSet.noneOf(Drill.class);
            after.addAll(before);
            if (to) {
                after.add(drill);
            } else {
                after.remove(drill);
            }
            return Set.copyOf(after);
        });
    }

    /** Whether it is the turn of a drill that hits every second call: the first one is hit. */
    public boolean hits(Drill drill) {
        return isOn(drill) && calls.getAndIncrement() % 2 == 0;
    }
}
