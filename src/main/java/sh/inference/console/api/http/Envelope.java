package sh.inference.console.api.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.api.Answer;
import sh.inference.console.api.dto.LenientJson;
import sh.inference.console.api.dto.NoteDto;
import sh.inference.console.api.dto.PageDto;
import sh.inference.console.api.dto.ProblemDto;

/**
 * A success, opened by its shape and never by what was asked (contract 1.3): the bare object, {@code data} with
 * {@code messages}, or the first generation's {@code success}.
 *
 * @param from    where in the body the value begins
 * @param failure an error that came with a status of success
 * @param end     how the list goes on of which the value is a page
 */
record Envelope(byte[] body, int from, List<Answer.Note> notes, Optional<ProblemDto> failure, PageEnd end) {
    static final Envelope EMPTY = new Envelope(new byte[0], 0, List.of(), Optional.empty(), PageEnd.NONE);

    /** @throws IOException if the body is not one JSON value */
    static Envelope open(byte[] body) throws IOException {
        try (JsonParser in = LenientJson.parse(body, 0, body.length)) {
            JsonToken first = in.nextToken();
            if (first == null) {
                return EMPTY;
            }
            return first == JsonToken.START_OBJECT ? object(body, in) : value(body, in);
        }
    }

    private static Envelope value(byte[] body, JsonParser in) throws IOException {
        in.skipChildren();
        end(in);
        return new Envelope(body, 0, List.of(), Optional.empty(), PageEnd.NONE);
    }

    private static Envelope object(byte[] body, JsonParser in) throws IOException {
        int data = -1;
        boolean bare = false;
        Boolean success = null;
        List<NoteDto> notes = null;
        PageEnd end = PageEnd.NONE;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "data" -> {
                    data = (int) in.currentTokenLocation().getByteOffset();
                    end = PageEnd.skip(in);
                }
                case "id", "items" -> {
                    bare = true;
                    in.skipChildren();
                }
                case "success" -> success = LenientJson.truth(in);
                case "messages" -> notes = LenientJson.objects(in, NoteDto::read);
                default -> end = end.with(member, in);
            }
        }
        end(in);
        List<Answer.Note> said = notes == null ? List.of() : notes.stream().map(it -> new Answer.Note(it.level(), it.code(), it.message())).toList();
        if (Boolean.FALSE.equals(success) && !bare) {
            return new Envelope(body, 0, said, Optional.of(problem(body)), PageEnd.NONE);
        }
        if (bare || data < 0 && success == null) {
            return new Envelope(body, 0, List.of(), Optional.empty(), end);
        }
        return data < 0 ? new Envelope(new byte[0], 0, said, Optional.empty(), PageEnd.NONE) : new Envelope(body, data, said, Optional.empty(), end);
    }

    private static ProblemDto problem(byte[] body) throws IOException {
        try (JsonParser in = LenientJson.parse(body, 0, body.length)) {
            in.nextToken();
            return ProblemDto.read(in);
        }
    }

    private static void end(JsonParser in) throws IOException {
        if (in.nextToken() != null) {
            throw new IOException("more than one value");
        }
    }

    /** The objects of the list inside, whether bare or in a page; empty for anything else. */
    <T> List<T> list(LenientJson.Reader<T> reader) throws IOException {
        if (from >= body.length) {
            return List.of();
        }
        try (JsonParser in = LenientJson.parse(body, from, body.length - from)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                PageDto<T> page = PageDto.of(reader).read(in);
                return page.items() == null ? List.of() : page.items();
            }
            List<T> items = LenientJson.objects(in, reader);
            return items == null ? List.of() : items;
        }
    }

    /** The object inside; empty for none, for null and for anything that is not an object. */
    <T> Optional<T> object(LenientJson.Reader<T> reader) throws IOException {
        if (from >= body.length) {
            return Optional.empty();
        }
        try (JsonParser in = LenientJson.parse(body, from, body.length - from)) {
            return in.nextToken() == null ? Optional.empty() : Optional.ofNullable(LenientJson.object(in, reader));
        }
    }
}
