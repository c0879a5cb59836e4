package sh.inference.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.journal.JournalReading;
import sh.inference.console.journal.JournalReading.Unfinished;
import sh.inference.console.model.Text;
import sh.inference.console.ops.takeup.TakeUp;
import sh.inference.console.profile.ConnectionProfile;

/** What an earlier session left unfinished in a profile, in words, as a start says it: in the window and without one. */
final class LeftUnfinished {
    private LeftUnfinished() {
    }

    /** One sentence each, the oldest first; nothing where all has ended. */
    static List<Text> of(JournalReading reading, ConnectionProfile profile, Instant now) {
        List<Text> said = new ArrayList<>();
        reading.unfinished().stream().filter(one -> TakeUp.concerns(one.intent(), profile, now)).map(LeftUnfinished::sentence).forEach(said::add);
        reading.waits().stream().filter(wait -> TakeUp.concerns(wait, profile, now))
                .map(wait -> Text.of("unfinished.wait", title(wait.verb(), wait.name()), Text.local(wait.at()))).forEach(said::add);
        return said;
    }

    /** That the journal is not whole, with the first of what was found; nothing where it is. */
    static Optional<Text> damage(JournalReading reading) {
        return reading.findings().isEmpty() ? Optional.empty() : Optional.of(Text.of("unfinished.damage", reading.findings().size(), reading.findings().getFirst()));
    }

    private static Text sentence(Unfinished one) {
        return Text.of(one.accepted() ? "unfinished.accepted" : "unfinished.sent", title(one.intent().verb(), one.intent().name()), Text.local(one.intent().at()));
    }

    private static Text title(String verb, String name) {
        return Text.of("unfinished.title", Text.of("verb." + verb.toLowerCase(java.util.Locale.ROOT).replace('_', '-')), name);
    }
}
