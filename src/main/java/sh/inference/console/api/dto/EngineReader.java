package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.model.EngineField;

/**
 * Collects an engine member by member, because a stream's frame shows only along the way whether it is an engine or
 * something wrapped around one.
 */
public final class EngineReader {
    private final EnumSet<EngineField> present = EnumSet.noneOf(EngineField.class);
    private String id;
    private String shortId;
    private String name;
    private String status;
    private String engineVersion;
    private SystemInfoDto systemInfo;
    private InstanceDto instance;
    private List<WorkerDto> workers;
    private String visibility;
    private String createdAt;
    private String updatedAt;
    private String deletedAt;
    private boolean odd;

    /** Reads an object of which the parser stands on the opening brace. */
    public static EngineDto read(JsonParser in) throws IOException {
        EngineReader engine = new EngineReader();
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            engine.accept(member, in);
        }
        return engine.toDto();
    }

    /** Reads whatever stands there; what is no object at all becomes an engine without a member. */
    public static EngineDto readAny(JsonParser in) throws IOException {
        EngineDto engine = LenientJson.object(in, EngineReader::read);
        return engine == null ? new EngineReader().toDto() : engine;
    }

    /** Takes one member, the parser standing on its value; what is not known is skipped unread. */
    public void accept(String member, JsonParser in) throws IOException {
        switch (member) {
            case "id" -> {
                odd |= !LenientJson.isPlain(in);
                id = LenientJson.sharedText(in);
            }
            case "short_id" -> shortId = LenientJson.text(in);
            case "name" -> {
                odd |= !LenientJson.isPlain(in);
                name = LenientJson.text(in);
                present.add(EngineField.NAME);
            }
            case "status" -> {
                odd |= !LenientJson.isPlain(in);
                status = LenientJson.sharedText(in);
                present.add(EngineField.STATUS);
            }
            case "engine_version" -> {
                engineVersion = LenientJson.sharedText(in);
                present.add(EngineField.ENGINE_VERSION);
            }
            case "system_info" -> {
                systemInfo = LenientJson.object(in, SystemInfoDto::read);
                present.add(EngineField.SYSTEM_INFO);
            }
            case "instance" -> {
                odd |= !LenientJson.begins(in, JsonToken.START_OBJECT);
                instance = LenientJson.object(in, InstanceDto::read);
                present.add(EngineField.INSTANCE);
            }
            case "workers" -> {
                odd |= !LenientJson.begins(in, JsonToken.START_ARRAY);
                workers = LenientJson.objects(in, WorkerDto::readInside);
                present.add(EngineField.WORKERS);
            }
            case "visibility" -> {
                visibility = LenientJson.sharedText(in);
                present.add(EngineField.VISIBILITY);
            }
            case "created_at" -> {
                createdAt = LenientJson.sharedText(in);
                present.add(EngineField.CREATED_AT);
            }
            case "updated_at" -> updatedAt = LenientJson.text(in);
            case "deleted_at" -> {
                deletedAt = LenientJson.text(in);
                present.add(EngineField.DELETED_AT);
            }
            default -> in.skipChildren();
        }
    }

    /** What came so far. */
    public EngineDto toDto() {
        return new EngineDto(id, shortId, name, status, engineVersion, systemInfo, instance, workers, visibility, createdAt, updatedAt, deletedAt, present, odd);
    }
}
