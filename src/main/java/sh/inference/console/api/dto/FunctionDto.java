package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.AppFunction;

/** An entry of a version's {@code functions}; its own name may be empty, then the key of the map is its name. */
record FunctionDto(String key, String name, String kind) {
    static FunctionDto read(String key, JsonParser in) throws IOException {
        String name = null;
        String kind = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "name" -> name = LenientJson.text(in);
                case "kind" -> kind = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new FunctionDto(key, name, kind);
    }

    AppFunction toModel() {
        return new AppFunction(Absent.filled(name).orElse(key), Absent.filled(kind).orElse("run"));
    }
}
