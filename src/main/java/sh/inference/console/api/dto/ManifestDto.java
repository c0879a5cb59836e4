package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/**
 * The manifest of engine releases (contract 6.3).
 *
 * @param version of the newest release; null when the manifest does not say
 */
public record ManifestDto(String version) {
    public static ManifestDto read(JsonParser in) throws IOException {
        String version = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            if (member.equals("version")) {
                version = LenientJson.text(in);
            } else {
                in.skipChildren();
            }
        }
        return new ManifestDto(version);
    }
}
