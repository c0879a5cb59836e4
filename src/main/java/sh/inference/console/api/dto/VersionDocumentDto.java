package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.model.VersionDocument;

/** A version as it came, for comparing. Some services answer with the app, in which the version is embedded (contract 11, 20). */
public record VersionDocumentDto(String id, String json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static VersionDocumentDto read(JsonParser in) throws IOException {
        JsonNode whole = JSON.readTree(in);
        JsonNode version = whole.path("version").isObject() && whole.has("version_id") ? whole.path("version") : whole;
        return new VersionDocumentDto(version.path("id").asText(null), version.toString());
    }

    public VersionDocument toModel() {
        return new VersionDocument(id, json);
    }
}
