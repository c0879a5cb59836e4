package sh.inference.console.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sh.inference.console.model.ApiCall;
import sh.inference.console.state.CurrentSighting;

/** Which of the moves of current versions were asked for at this console, by the intents in its journal. */
final class CurrentCauses {
    /** A move that is seen later than this after its intent has come from somewhere else. */
    private static final Duration LATEST = Duration.ofMinutes(10);
    private static final Pattern CURRENT = Pattern.compile("/versions/([^/]+)/current$");
    /** Ends of which nothing has come. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("FAILED", "CANCELLED");
    private final List<JournalEntry> intents;

    CurrentCauses(List<JournalEntry> entries) {
        Set<String> failed = new HashSet<>();
        entries.stream().filter(entry -> entry.kind() == JournalEntry.Kind.OUTCOME && WITHOUT_EFFECT.contains(entry.state())).forEach(entry -> failed.add(entry.operation()));
        this.intents = entries.stream().filter(entry -> entry.kind() == JournalEntry.Kind.INTENT && !failed.contains(entry.operation())).toList();
    }

    Optional<CurrentSighting.Cause> of(String appId, String versionId, Instant seenAt) {
        return intents.reversed().stream().filter(intent -> intent.target().equals(appId))
                .filter(intent -> intent.call().flatMap(CurrentCauses::version).filter(versionId::equals).isPresent())
                .filter(intent -> isSoonAfter(intent.at(), seenAt))
                .findFirst().map(intent -> new CurrentSighting.Cause(intent.verb(), intent.actor(), intent.reason()));
    }

    /** Whether what was seen may have come of what was asked. */
    static boolean isSoonAfter(Instant asked, Instant seen) {
        return !asked.isAfter(seen) && asked.plus(LATEST).isAfter(seen);
    }

    /** The version that a request makes current, if it is such a request. */
    static Optional<String> version(ApiCall call) {
        Matcher matcher = CURRENT.matcher(call.path());
        return matcher.find() ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** A host without its port: the sandbox has another one each time. */
    static String place(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
