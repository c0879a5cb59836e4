package sh.inference.console.ops.takeup;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.JsonString;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.ops.record.DeleteEngine;
import sh.inference.console.ops.record.RenameEngine;
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

    private static final Pattern NAME = string("name");
    private static final Pattern STATUS = string("status");
    private static final Pattern MESSAGE = string("status_message");

    private TakeUp() {
    }

    /** Hands every unfinished operation of a profile to the desk, and every wait that ended with its console. */
    public static void all(JournalReading found, ConnectionProfile profile, OperationDesk desk, Instant now) {
        found.unfinished().stream().filter(one -> concerns(one.intent(), profile, now)).forEach(one -> operation(one.intent()).ifPresent(operation -> desk.takeUp(operation, one)));
        found.waits().stream().filter(wait -> concerns(wait, profile, now)).forEach(wait -> operation(wait).ifPresent(operation -> desk.endWait(operation, wait)));
    }

    /** Whether a line is about this profile, and not history. */
    public static boolean concerns(JournalEntry line, ConnectionProfile profile, Instant now) {
        return line.host().equals(profile.host()) && line.profile().equals(profile.name()) && Duration.between(line.at(), now).compareTo(OLDEST) <= 0;
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
                case EXTEND -> part(HOURS, body(intent)).map(hours -> new ExtendEngine(id, new BigDecimal(hours)));
                case PROMOTE -> encoded(VERSION, intent).map(version -> new PromoteVersion(id, version));
                case ROLL_BACK -> encoded(VERSION, intent).map(version -> new RollBackVersion(id, version));
                case CANCEL_TASK -> encoded(TASK, intent).map(task -> new CancelTask(id, task));
                case RENAME -> part(NAME, body(intent)).map(name -> new RenameEngine(id, JsonString.read(name)));
                case APP_STATUS -> part(STATUS, body(intent)).map(word -> new SetAppStatus(id, AppStatus.valueOf(word.toUpperCase(Locale.ROOT)),
                        part(MESSAGE, body(intent)).map(JsonString::read).orElse("")));
            };
        } catch (IllegalArgumentException notKnown) {
            return Optional.empty();
        }
    }

    private static String body(JournalEntry intent) {
        return intent.call().flatMap(ApiCall::body).orElse("");
    }

    /** A part of the path, as it was before it was encoded. */
    private static Optional<String> encoded(Pattern pattern, JournalEntry intent) {
        return part(pattern, intent.call().map(ApiCall::path).orElse("")).map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static Optional<String> part(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A member of an object that is a string, without its quotes. */
    private static Pattern string(String member) {
        return Pattern.compile("\"" + member + "\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    }
}
