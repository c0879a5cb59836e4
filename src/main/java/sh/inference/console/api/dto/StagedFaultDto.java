package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.model.StagedFault;

/** A fault as the sandbox lists it. */
public record StagedFaultDto(String name, boolean on, String does) {
    public static StagedFaultDto read(JsonParser in) throws IOException {
        String name = null;
        boolean on = false;
        String does = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "name" -> name = LenientJson.text(in);
                case "does" -> does = LenientJson.text(in);
                case "on" -> {
                    on = in.currentToken() == JsonToken.VALUE_TRUE;
                    in.skipChildren();
                }
                default -> in.skipChildren();
            }
        }
        return new StagedFaultDto(name, on, does);
    }

    public StagedFault toModel() {
        return new StagedFault(name, on, does == null ? "" : does);
    }
}
