package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Requirement;

/** An entry of {@code required_secrets}, {@code required_integrations} or {@code required_credentials} (contract 4.3). */
record RequirementDto(String key, String description, Boolean optional) {
    static RequirementDto read(JsonParser in) throws IOException {
        String key = null;
        String description = null;
        Boolean optional = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "key" -> key = LenientJson.text(in);
                case "description" -> description = LenientJson.text(in);
                case "optional" -> optional = LenientJson.truth(in);
                default -> in.skipChildren();
            }
        }
        return new RequirementDto(key, description, optional);
    }

    Requirement toModel() {
        return new Requirement(Absent.empty(key), Absent.empty(description), Boolean.TRUE.equals(optional));
    }
}
