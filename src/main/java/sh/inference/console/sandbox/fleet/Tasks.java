package sh.inference.console.sandbox.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The tasks in flight, those that wait, and the last ones that ended. */
public final class Tasks {
    private static final int KEPT = 2000;
    private static final int MOST_WAITING = 5000;
    private static final long MOST_BYTES = 64L << 20;
    private final Map<String, TaskRecord> all = new LinkedHashMap<>();
    private final Deque<String> ended = new ArrayDeque<>();
    private final Deque<TaskRecord> waiting = new ArrayDeque<>();
    private final Set<TaskRecord> held = new HashSet<>();
    private final Consumer<TaskRecord> moved;
    private long bytes;

    /** @param moved hears of every state a task reaches */
    Tasks(Consumer<TaskRecord> moved) {
        this.moved = moved;
    }

    public Optional<TaskRecord> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    public Collection<TaskRecord> list() {
        return new ArrayList<>(all.values());
    }

    void add(TaskRecord task) {
        held.remove(task);
        put(task);
    }

    /** @throws Refusal when too many wait already */
    void requireRoom(int more) {
        if (bytes + more > MOST_BYTES) {
            throw new Refusal("limit_exceeded", "the sandbox keeps no more than " + (MOST_BYTES >> 20) + " MiB of inputs");
        }
        if (waiting.size() + held.size() >= MOST_WAITING) {
            throw new Refusal("limit_exceeded", MOST_WAITING + " tasks wait already");
        }
    }

    /** It waits for its time. */
    void hold(TaskRecord task) {
        put(task);
        held.add(task);
    }

    /** It waits for a worker. */
    void wait(TaskRecord task) {
        add(task);
        waiting.add(task);
    }

    /** A task reached its next state. */
    void moved(TaskRecord task) {
        moved.accept(task);
    }

    void remove(TaskRecord task) {
        forget(task.id());
        ended.remove(task.id());
    }

    /** Takes the first waiting task somebody can do. */
    Optional<TaskRecord> take(Predicate<TaskRecord> suits) {
        for (Iterator<TaskRecord> each = waiting.iterator(); each.hasNext();) {
            TaskRecord task = each.next();
            if (suits.test(task)) {
                each.remove();
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    void over(TaskRecord task) {
        waiting.remove(task);
        held.remove(task);
        moved.accept(task);
        ended.add(task.id());
        while (ended.size() > KEPT) {
            forget(ended.poll());
        }
    }

    private void put(TaskRecord task) {
        if (all.put(task.id(), task) == null) {
            bytes += task.order().bytes();
        }
    }

    private void forget(String id) {
        TaskRecord gone = all.remove(id);
        if (gone != null) {
            bytes -= gone.order().bytes();
        }
    }

    boolean nobodyWaits() {
        return waiting.isEmpty();
    }
}
