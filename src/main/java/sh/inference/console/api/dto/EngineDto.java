package sh.inference.console.api.dto;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Worker;

/**
 * An engine (contract 5.2). {@code config} holds the engine's own key and has no place here: the parser skips it.
 *
 * @param present which members the object had, null or not
 * @param odd     whether a member is of a kind that makes no sense, such as workers that are no list: what is missing because of that
 *                must not pass for absent
 */
public record EngineDto(String id, String shortId, String name, String status, String engineVersion, SystemInfoDto systemInfo, InstanceDto instance,
                        List<WorkerDto> workers, String visibility, String createdAt, String updatedAt, String deletedAt, Set<EngineField> present, boolean odd) {
    static final FieldNames<EngineField> NAMES = FieldNames.of(EngineField.class);
    private static final Words<EngineStatus> STATUSES = new Words<>(EngineStatus.class);

    /** The same under another id. */
    public EngineDto withId(String other) {
        return new EngineDto(other, shortId, name, status, engineVersion, systemInfo, instance, workers, visibility, createdAt, updatedAt, deletedAt, present, odd);
    }

    /** Whether it can be understood as an engine. */
    public boolean isReadable() {
        return id != null && !odd;
    }

    /** An engine that cannot be understood, by what it calls itself, if it does. */
    public Engine toUnreadable(String text, int which) {
        String known = id == null || id.isEmpty() ? Engine.nameless(text, which) : id;
        return Engine.unreadable(known, id == null ? "" : ShortId.of(shortId, id), Absent.empty(name), text);
    }

    public Engine toModel() {
        Optional<List<Worker>> crew = Optional.ofNullable(workers).map(EngineDto::sorted);
        return new Engine(Absent.empty(id), ShortId.of(shortId, id), Absent.empty(name), STATUSES.read(status), Absent.empty(engineVersion),
                Optional.ofNullable(systemInfo).map(SystemInfoDto::toModel), Optional.ofNullable(instance).map(InstanceDto::toModel), crew,
                Absent.empty(visibility), WireTime.readAgain(createdAt), WireTime.read(updatedAt), WireTime.read(deletedAt));
    }

    private static List<Worker> sorted(List<WorkerDto> workers) {
        List<Worker> models = Absent.each(workers, WorkerDto::toModel);
        for (int i = 1; i < models.size(); i++) {
            if (models.get(i).index() < models.get(i - 1).index()) {
                return models.stream().sorted(Comparator.comparingInt(Worker::index)).toList();
            }
        }
        return models;
    }

    /** Whether this can stand for the whole engine rather than for a part of it. */
    public boolean isWhole() {
        return id != null && present.contains(EngineField.NAME) && present.contains(EngineField.STATUS) && present.contains(EngineField.WORKERS);
    }

    /**
     * News of this engine (contract 8.5): of the named fields; without names of the whole engine if that is what came,
     * else of the members that came.
     */
    public EngineChange toChange(List<String> fields) {
        Engine values = toModel();
        if (fields != null && !fields.isEmpty()) {
            return new EngineChange(values.id(), values.updatedAt(), NAMES.all(fields), values);
        }
        return isWhole() ? EngineChange.whole(values) : new EngineChange(values.id(), values.updatedAt(), present, values);
    }
}
