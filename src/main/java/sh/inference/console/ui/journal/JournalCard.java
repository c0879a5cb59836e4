package sh.inference.console.ui.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.journal.JournalItem.Ending;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Fact;
import sh.inference.console.ui.common.Status;

/**
 * All that the journal says of one item.
 *
 * @param steps what was written, in order
 * @param plan  what the operator was shown before they confirmed
 */
public record JournalCard(Status status, String title, String objectId, List<Fact> facts, List<Step> steps, List<String> plan) {
    /** A line of the journal: when, what it is, and what it says. */
    public record Step(String time, String kind, String text) {
    }

    static JournalCard of(JournalItem item, JournalWords journal) {
        Messages words = journal.messages();
        JournalEntry first = item.first();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.of(item.isOperation() ? "journal.fact.asked" : "journal.fact.seen"), words.formats().stamp(item.at())));
        if (item.isOperation()) {
            facts.add(new Fact(words.of("journal.fact.actor"), first.actor()));
        }
        facts.add(new Fact(words.of("journal.fact.profile"), words.of("journal.place", first.profile(), first.host())));
        if (!journal.remark(item).isBlank()) {
            facts.add(new Fact(words.of(item.isOperation() ? "journal.fact.reason" : "journal.fact.what"), journal.remark(item)));
        }
        item.former().ifPresent(former -> facts.add(new Fact(words.of("journal.fact.between"),
                words.of("journal.between", words.formats().stamp(former.at()), words.formats().stamp(item.at())))));
        item.intent().call().ifPresent(call -> facts.add(new Fact(words.of("journal.fact.request"), request(call))));
        item.lines().stream().map(JournalEntry::status).filter(status -> status > 0).findFirst()
                .ifPresent(status -> facts.add(new Fact(words.of("journal.fact.answer"), String.valueOf(status))));
        if (item.ending() == Ending.OPEN) {
            facts.add(new Fact(words.of("journal.fact.end"), words.of("journal.open"), Fact.Tone.WARN));
        }
        if (item.isOperation()) {
            facts.add(new Fact(words.of("journal.fact.operation"), first.operation()));
        }
        return new JournalCard(journal.status(item.ending()), journal.title(item), first.target(), facts, item.lines().stream().map(line -> step(line, words)).toList(),
                item.intent().plan().stream().map(words::of).filter(line -> !line.isBlank()).toList());
    }

    private static Step step(JournalEntry line, Messages words) {
        String kind = words.of("journal.kind." + line.kind().name().toLowerCase(Locale.ROOT));
        Optional<Text> note = line.kind() == JournalEntry.Kind.INTENT ? Optional.of(Text.of("journal.intent")) : line.note();
        String said = note.map(words::of).orElse("");
        return new Step(words.formats().time(line.at()), kind, line.kind() == JournalEntry.Kind.SIGHTING ? words.of("journal.version", said, JournalWords.brief(line.state())) : said);
    }

    private static String request(ApiCall call) {
        return call.method() + " " + call.path() + call.body().map(body -> " " + body).orElse("");
    }
}
