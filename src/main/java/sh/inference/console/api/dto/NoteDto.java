package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/** An entry of an envelope's {@code messages} (contract 1.2). */
public record NoteDto(String level, String code, String message) {
    public static NoteDto read(JsonParser in) throws IOException {
        String level = null;
        String code = null;
        String message = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "level" -> level = LenientJson.text(in);
                case "code" -> code = LenientJson.text(in);
                case "message" -> message = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new NoteDto(Absent.empty(level), Absent.empty(code), Absent.empty(message));
    }
}
