package sh.inference.console.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.ApiCall;
import sh.inference.console.state.CurrentSighting;

/** Which of the moves of current versions were asked for at this console, by the intents in its journal. */
final class CurrentCauses {
    /** A move that is seen later than this after its intent has come from somewhere else. */
    private static final Duration LATEST = Duration.ofMinutes(10);
    private static final String FAILED = "FAILED";
    private final List<JournalEntry> intents;

    CurrentCauses(List<JournalEntry> entries) {
        Set<String> failed = new HashSet<>();
        entries.stream().filter(entry -> entry.kind() == JournalEntry.Kind.OUTCOME && entry.state().equals(FAILED)).forEach(entry -> failed.add(entry.operation()));
        this.intents = entries.stream().filter(entry -> entry.kind() == JournalEntry.Kind.INTENT && !failed.contains(entry.operation())).toList();
    }

    Optional<CurrentSighting.Cause> of(String appId, String versionId, Instant seenAt) {
        return intents.reversed().stream().filter(intent -> intent.target().equals(appId))
                .filter(intent -> intent.call().map(ApiCall::path).filter(path -> path.endsWith("/versions/" + versionId + "/current")).isPresent())
                .filter(intent -> !intent.at().isAfter(seenAt) && intent.at().plus(LATEST).isAfter(seenAt))
                .findFirst().map(intent -> new CurrentSighting.Cause(intent.verb(), intent.actor(), intent.reason()));
    }
}
