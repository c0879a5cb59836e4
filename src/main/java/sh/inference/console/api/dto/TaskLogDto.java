package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.TaskLog;

/** The log of a task (contract 10). */
public record TaskLogDto(String taskId, List<LineDto> logs) {
    /** A piece of it. */
    record LineDto(String createdAt, String content) {
        static LineDto read(JsonParser in) throws IOException {
            String createdAt = null;
            String content = null;
            for (String member; (member = LenientJson.nextMember(in)) != null; ) {
                switch (member) {
                    case "created_at" -> createdAt = LenientJson.text(in);
                    case "content" -> content = LenientJson.text(in);
                    default -> in.skipChildren();
                }
            }
            return new LineDto(createdAt, content);
        }

        TaskLog.Line toModel() {
            return new TaskLog.Line(WireTime.read(createdAt), Absent.empty(content).stripTrailing());
        }
    }

    public static TaskLogDto read(JsonParser in) throws IOException {
        String taskId = null;
        List<LineDto> logs = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "task_id" -> taskId = LenientJson.text(in);
                case "logs" -> logs = LenientJson.objects(in, LineDto::read);
                default -> in.skipChildren();
            }
        }
        return new TaskLogDto(taskId, logs);
    }

    public TaskLog toModel() {
        return new TaskLog(Absent.empty(taskId), logs == null ? List.of() : logs.stream().map(LineDto::toModel).toList());
    }
}
