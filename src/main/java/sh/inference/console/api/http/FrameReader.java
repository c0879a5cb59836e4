package sh.inference.console.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;
import sh.inference.console.api.dto.EngineDto;
import sh.inference.console.api.dto.EngineReader;
import sh.inference.console.api.dto.LenientJson;
import sh.inference.console.api.dto.ProblemDto;
import sh.inference.console.api.dto.WorkerDto;

/**
 * Reads one frame in any of its forms (contract 8.2 to 8.4): a bare object, {@code {data, fields}},
 * {@code {event, data, fields}}, a heartbeat; a name may also come from outside, from an SSE {@code event} line. What is
 * not understood becomes a frame of its own, so that one bad line never ends a stream.
 */
final class FrameReader {
    static final Frame ALIVE = new Frame.Heartbeat();
    static final Frame TOO_LONG = new Frame.Unreadable("too long");
    /** The service says that this was all. */
    static final Frame END = new Frame.Other("done");
    /** Names of frames that are about engines, or could be about anything; no name at all is one of them. */
    private static final Set<String> ENGINE_NEWS = Set.of("", "message", "update", "engine", "engines");
    private final String engineId;
    private final FailureReader failures;
    private final Repeats repeats = new Repeats();

    /** @param engineId the engine whose stream this is, for parts that do not name it; empty on the workspace stream */
    FrameReader(String engineId, FailureReader failures) {
        this.engineId = engineId;
        this.failures = failures;
    }

    /**
     * @param event the name given outside the JSON, or empty
     * @throws ApiException when the frame is the service's word that the stream has failed
     */
    Frame read(byte[] bytes, int from, int length, String event) throws ApiException {
        try {
            return switch (event) {
                case "worker", "workers" -> worker(bytes, from, length);
                case "heartbeat", "ping" -> ALIVE;
                case "done" -> END;
                case "error" -> throw new ApiException(failures.read(problem(bytes, from, length), 500));
                case "" -> engine(bytes, from, length);
                default -> ENGINE_NEWS.contains(event) ? engine(bytes, from, length) : new Frame.Other(event);
            };
        } catch (IOException broken) {
            return new Frame.Unreadable("not JSON", engineId);
        }
    }

    private Frame engine(byte[] bytes, int from, int length) throws IOException, ApiException {
        EngineReader bare = null;
        EngineDto inner = null;
        List<String> fields = null;
        String type = "";
        String name = "";
        boolean wrapped = false;
        try (JsonParser in = LenientJson.parseFrame(bytes, from, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return new Frame.Unreadable("not an object", engineId);
            }
            for (String member; (member = LenientJson.nextMember(in)) != null; ) {
                switch (member) {
                    case "data" -> {
                        wrapped = true;
                        inner = LenientJson.object(in, EngineReader::read);
                    }
                    case "fields" -> fields = LenientJson.texts(in);
                    case "event" -> name = named(LenientJson.text(in));
                    case "type" -> type = named(LenientJson.text(in));
                    default -> {
                        bare = bare == null ? new EngineReader() : bare;
                        bare.accept(member, in);
                    }
                }
            }
            if (in.nextToken() != null) {
                return new Frame.Unreadable("more than one value");
            }
        }
        if (!name.isEmpty() && !name.equals("engines") && !ENGINE_NEWS.contains(name)) {
            return read(bytes, from, length, name);
        }
        EngineDto dto = wrapped ? inner : bare == null ? null : bare.toDto();
        if (!wrapped && (dto == null || dto.id() == null)) {
            return unnamed(bytes, from, length, type);
        }
        return news(dto, fields);
    }

    private Frame news(EngineDto dto, List<String> fields) {
        if (dto == null) {
            return new Frame.Unreadable("no data");
        }
        EngineDto known = dto.id() == null ? dto.withId(engineId) : dto;
        if (known.odd() && !known.id().isEmpty()) {
            return new Frame.Unreadable("no engine", known.id());
        }
        return known.id().isEmpty() ? new Frame.Unreadable("no id") : new Frame.EngineNews(repeats.of(known.toChange(fields)));
    }

    /** An object without an id and without data: a heartbeat, a failure, or something else. */
    private Frame unnamed(byte[] bytes, int from, int length, String type) throws IOException, ApiException {
        return switch (type) {
            case "heartbeat", "ping" -> ALIVE;
            case "done" -> END;
            case "error" -> throw new ApiException(failures.read(problem(bytes, from, length), 500));
            default -> {
                if (type.contains("/errors/")) {
                    throw new ApiException(failures.read(problem(bytes, from, length), 500));
                }
                yield new Frame.Other(type);
            }
        };
    }

    private static Frame worker(byte[] bytes, int from, int length) throws IOException {
        WorkerDto dto = null;
        List<String> fields = null;
        try (JsonParser in = LenientJson.parseFrame(bytes, from, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return new Frame.Unreadable("not an object");
            }
            for (String member; (member = LenientJson.nextMember(in)) != null; ) {
                switch (member) {
                    case "data" -> dto = LenientJson.object(in, WorkerDto::read);
                    case "fields" -> fields = LenientJson.texts(in);
                    default -> in.skipChildren();
                }
            }
        }
        if (dto == null) {
            dto = object(bytes, from, length, WorkerDto::read);
        }
        return dto.id() == null ? new Frame.Unreadable("no id") : new Frame.WorkerNews(dto.toChange(fields));
    }

    /** What went wrong stands in the frame itself or in its data. */
    private static ProblemDto problem(byte[] bytes, int from, int length) {
        try {
            ProblemDto[] inner = new ProblemDto[1];
            object(bytes, from, length, in -> {
                for (String member; (member = LenientJson.nextMember(in)) != null; ) {
                    if (member.equals("data")) {
                        inner[0] = LenientJson.object(in, ProblemDto::read);
                    } else {
                        in.skipChildren();
                    }
                }
                return inner;
            });
            return inner[0] != null ? inner[0] : object(bytes, from, length, ProblemDto::read);
        } catch (IOException notJson) {
            return ProblemDto.saying(new String(bytes, from, Math.min(length, 500), StandardCharsets.UTF_8));
        }
    }

    private static <T> T object(byte[] bytes, int from, int length, LenientJson.Reader<T> reader) throws IOException {
        try (JsonParser in = LenientJson.parseFrame(bytes, from, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            return reader.read(in);
        }
    }

    private static String named(String text) {
        return text == null ? "" : text;
    }
}
