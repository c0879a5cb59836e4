package sh.inference.console.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a task has said (contract 10). */
public record TaskLog(String taskId, List<Line> lines) {
    public TaskLog {
        lines = List.copyOf(lines);
    }

    /** One piece of its log; it may hold several lines. */
    public record Line(Optional<Instant> at, String text) {
    }

    /** When it last said anything. */
    public Optional<Instant> lastAt() {
        return lines.stream().flatMap(line -> line.at().stream()).max(Instant::compareTo);
    }
}
