package sh.inference.console.ui.journal;

import java.util.Locale;
import java.util.Optional;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import sh.inference.console.journal.JournalItem.Ending;
import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;

/** The menus that narrow the journal down; each says what is chosen. */
final class JournalFilterMenus {
    private final JournalFilter filter;
    private final Messages words;

    JournalFilterMenus(JournalFilter filter, Messages words) {
        this.filter = filter;
        this.words = words;
    }

    void fill(MenuButton verb, MenuButton ending, MenuButton period) {
        item(verb, words.of("journal.any.verb"), () -> filter.verbProperty().set(""));
        for (Verb one : Verb.values()) {
            item(verb, words.of("verb." + one.key()), () -> filter.verbProperty().set(one.name()));
        }
        filter.verbProperty().subscribe(now -> verb.setText(now.isEmpty() ? words.of("journal.verb") : words.of("verb." + Verb.valueOf(now).key())));
        item(ending, words.of("journal.any.ending"), () -> filter.endingProperty().set(Optional.empty()));
        for (Ending one : Ending.values()) {
            item(ending, words.of(key(one)), () -> filter.endingProperty().set(Optional.of(one)));
        }
        filter.endingProperty().subscribe(now -> ending.setText(now.map(one -> words.of(key(one))).orElse(words.of("journal.ending"))));
        for (Period one : Period.values()) {
            item(period, words.of(key(one)), () -> filter.periodProperty().set(one));
        }
        filter.periodProperty().subscribe(now -> period.setText(now == Period.ANY ? words.of("journal.period") : words.of(key(now))));
    }

    private static String key(Ending ending) {
        return "journal.ending." + ending.name().toLowerCase(Locale.ROOT);
    }

    private static String key(Period period) {
        return "journal.period." + period.name().toLowerCase(Locale.ROOT);
    }

    private static void item(MenuButton menu, String word, Runnable action) {
        MenuItem item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }
}
