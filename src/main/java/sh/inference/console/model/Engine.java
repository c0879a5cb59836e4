package sh.inference.console.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An engine as the service describes it (contract 5.2), without the members that may hold secrets.
 *
 * @param version   the engine's binary, for example {@code v1.10.1556}; empty before its first connection
 * @param system    absent before the engine registered
 * @param instance  present for a cloud engine
 * @param workers   sorted by index; absent when the service sent none, which is not the same as an empty list
 * @param deletedAt set when the record is gone
 * @param unreadable what the service sent, without what may be secret, where this console cannot read it as an engine; then nothing
 *                   else is known of it but what it calls itself
 */
public record Engine(String id, String shortId, String name, Wire<EngineStatus> status, String version, Optional<SystemInfo> system,
                     Optional<Instance> instance, Optional<List<Worker>> workers, String visibility, Optional<Instant> createdAt,
                     Optional<Instant> updatedAt, Optional<Instant> deletedAt, Optional<String> unreadable) {
    private static final String NO_ADDRESS = "?";

    public Engine {
        // One that was given no name still has to be told from others, in every list, sentence and button.
        name = !name.isBlank() || id.startsWith(NO_ADDRESS) ? name : !shortId.isBlank() ? shortId : id;
        workers = workers.map(List::copyOf);
    }

    /** An engine that was read. */
    public Engine(String id, String shortId, String name, Wire<EngineStatus> status, String version, Optional<SystemInfo> system, Optional<Instance> instance,
                  Optional<List<Worker>> workers, String visibility, Optional<Instant> createdAt, Optional<Instant> updatedAt, Optional<Instant> deletedAt) {
        this(id, shortId, name, status, version, system, instance, workers, visibility, createdAt, updatedAt, deletedAt, Optional.empty());
    }

    /**
     * An engine that could not be read.
     *
     * @param id   what it calls itself, or {@link #nameless}
     * @param text what the service sent, without what may be secret
     */
    public static Engine unreadable(String id, String shortId, String name, String text) {
        return new Engine(id, shortId, name, new Wire<>(EngineStatus.UNKNOWN, ""), "", Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(text));
    }

    /** An id for an entry of a list that has none, the same for the same text; the service is never asked by it. */
    public static String nameless(String text, int which) {
        return NO_ADDRESS + Integer.toHexString(text.hashCode()) + (which == 0 ? "" : "-" + which);
    }

    /** Whether the service can be asked by an id. */
    public static boolean isAddress(String id) {
        return !id.startsWith(NO_ADDRESS);
    }

    public boolean isReadable() {
        return unreadable.isEmpty();
    }

    /** The same of another host, instance and workers. */
    public Engine with(Optional<SystemInfo> host, Optional<Instance> machine, Optional<List<Worker>> those) {
        return new Engine(id, shortId, name, status, version, host, machine, those, visibility, createdAt, updatedAt, deletedAt, unreadable);
    }

    /** The same without what the service sent, for where that has no place; an engine that was read stays as it is. */
    public Engine withoutText() {
        return isReadable() ? this : unreadable(id, shortId, name, "");
    }

    public EngineKind kind() {
        return instance.isPresent() ? EngineKind.CLOUD : EngineKind.SELF_HOSTED;
    }

    public boolean is(EngineStatus wanted) {
        return status.is(wanted);
    }

    /** The workers, none when unknown. */
    public List<Worker> workerList() {
        return workers.orElse(List.of());
    }

    /** One of the workers, when it is known. */
    public Optional<Worker> worker(String workerId) {
        return workerList().stream().filter(worker -> worker.id().equals(workerId)).findFirst();
    }

    public int count(WorkerStatus wanted) {
        int n = 0;
        for (Worker worker : workerList()) {
            if (worker.status().is(wanted)) {
                n++;
            }
        }
        return n;
    }

    /** The workers with a task in flight, in the order of their index. */
    public List<Worker> workersWithTasks() {
        return workerList().stream().filter(worker -> worker.taskId().isPresent()).toList();
    }

    /** When the instance deletes itself, if it ever does. */
    public Optional<Instant> endsAt() {
        return instance.flatMap(Instance::endsAt);
    }

    public Optional<Money> hourlyPrice() {
        return instance.flatMap(Instance::hourlyPrice);
    }
}
