package sh.inference.console.testing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;

/** Lines of a journal for tests. */
public final class JournalLines {
    public static final Instant AT = Instant.parse("2026-10-13T13:02:10.123Z");
    public static final String HOST = "api.example.com";
    private static final int AT_ONCE = 500;

    private JournalLines() {
    }

    /** A drain about to be sent. */
    public static JournalEntry drain(String operation, Instant at, String engine, String reason) {
        return line(Kind.INTENT, operation, at, "DRAIN", "id-" + engine, engine, reason, "SENT", Optional.of(new ApiCall("POST", "/engines/id-" + engine + "/drain", Optional.empty())), 0,
                List.of(Text.of("verb.drain.title", engine), Text.verbatim("finishes 2 tasks of " + engine)));
    }

    /** A promotion about to be sent. */
    public static JournalEntry promote(String operation, Instant at, String app, String from, String to) {
        return line(Kind.INTENT, operation, at, "PROMOTE", "id-" + app, app, "", "SENT", Optional.of(new ApiCall("PUT", "/apps/id-" + app + "/versions/" + to + "/current", Optional.empty())), 0,
                List.of(Text.of("verb.promote.title", app), Text.of("journal.before.app", from)));
    }

    /** A later line of an operation. */
    public static JournalEntry step(JournalEntry intent, Kind kind, Instant at, String state) {
        return new JournalEntry(kind, at, intent.actor(), intent.profile(), intent.host(), intent.operation(), intent.verb(), intent.target(), intent.name(), intent.reason(), state,
                Optional.empty(), kind == Kind.ACCEPTED ? 200 : 0, Optional.of(Text.verbatim(state.toLowerCase(java.util.Locale.ROOT))), List.of());
    }

    /** A version seen as an app's current one. */
    public static JournalEntry sight(Instant at, String app, String version) {
        return new JournalEntry(Kind.SIGHTING, at, "ada", "prod-eu", HOST, "", "", "id-" + app, "", "", version, Optional.empty(), 0, Optional.of(Text.of("journal.seen")), List.of());
    }

    /** Writes operations of two lines each, a fifth of them promotions, a ninth of them failed. */
    public static void fill(Journal journal, int operations) throws IOException {
        for (int from = 0; from < operations; from += AT_ONCE) {
            List<JournalEntry> some = new ArrayList<>();
            for (int i = from; i < Math.min(operations, from + AT_ONCE); i++) {
                JournalEntry asked = i % 5 == 0 ? promote("o" + i, AT.plus(Duration.ofSeconds(i)), "flux-" + i % 300, "v" + i, "v" + (i + 1))
                        : drain("o" + i, AT.plus(Duration.ofSeconds(i)), "gpu-lon-" + i % 1000, i % 3 == 0 ? "rack move" : "");
                some.add(asked);
                some.add(step(asked, Kind.OUTCOME, asked.at().plusSeconds(40), i % 9 == 0 ? "FAILED" : "DONE"));
            }
            journal.append(some);
        }
    }

    private static JournalEntry line(Kind kind, String operation, Instant at, String verb, String target, String name, String reason, String state, Optional<ApiCall> call, int status,
                                     List<Text> plan) {
        return new JournalEntry(kind, at, "ada", "prod-eu", HOST, operation, verb, target, name, reason, state, call, status, Optional.of(Text.verbatim("consequence")), plan);
    }
}
