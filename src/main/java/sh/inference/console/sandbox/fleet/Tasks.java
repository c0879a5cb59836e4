package sh.inference.console.sandbox.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tasks in flight, those that wait, and the last ones that ended. */
public final class Tasks {
    private static final int KEPT = 2000;
    private final Map<String, TaskRecord> all = new LinkedHashMap<>();
    private final Deque<String> ended = new ArrayDeque<>();
    private final Deque<TaskRecord> waiting = new ArrayDeque<>();

    public Optional<TaskRecord> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    public Collection<TaskRecord> list() {
        return new ArrayList<>(all.values());
    }

    void add(TaskRecord task) {
        all.put(task.id(), task);
    }

    void wait(TaskRecord task) {
        add(task);
        waiting.add(task);
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
        ended.add(task.id());
        while (ended.size() > KEPT) {
            all.remove(ended.poll());
        }
    }

    boolean nobodyWaits() {
        return waiting.isEmpty();
    }
}
