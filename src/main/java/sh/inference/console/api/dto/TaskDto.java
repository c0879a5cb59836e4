package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.TaskStatus;
import sh.inference.console.model.TaskSummary;

/** A task (contract 10). Its input and output are its owner's and are never read. */
public record TaskDto(String id, String appId, String appVersionId, String status, String createdAt, String updatedAt) {
    public static TaskDto read(JsonParser in) throws IOException {
        String id = null;
        String appId = null;
        String appVersionId = null;
        String status = null;
        String createdAt = null;
        String updatedAt = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "id" -> id = LenientJson.text(in);
                case "app_id" -> appId = LenientJson.text(in);
                case "app_version_id" -> appVersionId = LenientJson.text(in);
                case "status" -> status = LenientJson.text(in);
                case "created_at" -> createdAt = LenientJson.text(in);
                case "updated_at" -> updatedAt = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new TaskDto(id, appId, appVersionId, status, createdAt, updatedAt);
    }

    public TaskSummary toModel() {
        return new TaskSummary(Absent.empty(id), Absent.empty(appId), Absent.empty(appVersionId), TaskStatus.read(status), WireTime.read(createdAt), WireTime.read(updatedAt));
    }
}
