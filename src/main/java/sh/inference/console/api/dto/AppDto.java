package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;

/** An app (contract 4.2). */
public record AppDto(String id, String shortId, String namespace, String name, String title, String description, String category, String visibility,
                     String status, String statusMessage, String statusChangedAt, String versionId, AppVersionDto version, String createdAt,
                     String updatedAt) {
    private static final Words<AppStatus> STATUSES = new Words<>(AppStatus.class);

    public static AppDto read(JsonParser in) throws IOException {
        String id = null;
        String shortId = null;
        String namespace = null;
        String name = null;
        String title = null;
        String description = null;
        String category = null;
        String visibility = null;
        String status = null;
        String statusMessage = null;
        String statusChangedAt = null;
        String versionId = null;
        AppVersionDto version = null;
        String createdAt = null;
        String updatedAt = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "id" -> id = LenientJson.text(in);
                case "short_id" -> shortId = LenientJson.text(in);
                case "namespace" -> namespace = LenientJson.text(in);
                case "name" -> name = LenientJson.text(in);
                case "title" -> title = LenientJson.text(in);
                case "description" -> description = LenientJson.text(in);
                case "category" -> category = LenientJson.text(in);
                case "visibility" -> visibility = LenientJson.text(in);
                case "status" -> status = LenientJson.text(in);
                case "status_message" -> statusMessage = LenientJson.text(in);
                case "status_changed_at" -> statusChangedAt = LenientJson.text(in);
                case "version_id" -> versionId = LenientJson.text(in);
                case "version" -> version = LenientJson.object(in, AppVersionDto::read);
                case "created_at" -> createdAt = LenientJson.text(in);
                case "updated_at" -> updatedAt = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new AppDto(id, shortId, namespace, name, title, description, category, visibility, status, statusMessage, statusChangedAt, versionId, version,
                createdAt, updatedAt);
    }

    /** An app whose {@code version_id} is missing has its embedded version as the current one (contract 11, 21). */
    public App toModel() {
        String current = Absent.filled(versionId).orElse(version == null ? "" : Absent.empty(version.id()));
        return new App(Absent.empty(id), ShortId.of(shortId, id), Absent.empty(namespace), Absent.empty(name), Absent.filled(title).orElse(Absent.empty(name)),
                Absent.empty(description), Absent.empty(category), Absent.empty(visibility), STATUSES.read(status), Absent.empty(statusMessage),
                WireTime.read(statusChangedAt), current, Optional.ofNullable(version).filter(it -> it.id() != null).map(AppVersionDto::toModel),
                WireTime.read(createdAt), WireTime.read(updatedAt));
    }
}
