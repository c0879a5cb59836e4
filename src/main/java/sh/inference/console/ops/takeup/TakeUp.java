package sh.inference.console.ops.takeup;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading.Unfinished;
import sh.inference.console.model.ApiCall;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.ops.record.DeleteEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.task.CancelTask;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ConnectionProfile;

/** Takes up what an earlier session sent and did not see the end of: it is followed by reading, and never sent again. */
public final class TakeUp {
    /** What is older is history. */
    static final Duration OLDEST = Duration.ofHours(24);
    private static final Pattern HOURS = Pattern.compile("\"additional_hours\":\\s*([0-9.eE+-]+)");
    private static final Pattern VERSION = Pattern.compile("/versions/([^/]+)/current$");
    private static final Pattern TASK = Pattern.compile("/tasks/([^/]+)/cancel$");

    private TakeUp() {
    }

    /** Hands every unfinished operation of a profile to the desk. */
    public static void all(List<Unfinished> found, ConnectionProfile profile, OperationDesk desk, Instant now) {
        found.stream().filter(one -> one.intent().host().equals(profile.host()) && one.intent().profile().equals(profile.name()))
                .filter(one -> Duration.between(one.intent().at(), now).compareTo(OLDEST) <= 0)
                .forEach(one -> operation(one.intent()).ifPresent(operation -> desk.takeUp(operation, one)));
    }

    /** The operation whose intent was written; empty for one that this console cannot read. */
    static Optional<Operation> operation(JournalEntry intent) {
        String id = intent.target();
        try {
            return switch (Verb.valueOf(intent.verb())) {
                case DRAIN -> Optional.of(new DrainEngine(id));
                case UPDATE -> Optional.of(new UpdateEngine(id));
                case RESTART -> Optional.of(new RestartEngine(id));
                case STOP -> Optional.of(new StopEngine(id));
                case DELETE -> Optional.of(new DeleteEngine(id));
                case EXTEND -> part(HOURS, intent.call().flatMap(ApiCall::body)).map(hours -> new ExtendEngine(id, new BigDecimal(hours)));
                case PROMOTE -> part(VERSION, intent.call().map(ApiCall::path)).map(version -> new PromoteVersion(id, version));
                case ROLL_BACK -> part(VERSION, intent.call().map(ApiCall::path)).map(version -> new RollBackVersion(id, version));
                case CANCEL_TASK -> part(TASK, intent.call().map(ApiCall::path)).map(task -> new CancelTask(id, task));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notKnown) {
            return Optional.empty();
        }
    }

    private static Optional<String> part(Pattern pattern, Optional<String> text) {
        Matcher matcher = pattern.matcher(text.orElse(""));
        return matcher.find() ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }
}
