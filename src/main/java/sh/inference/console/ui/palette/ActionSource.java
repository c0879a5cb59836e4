package sh.inference.console.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.Shortcuts;

/** Every action of the console. One that is not possible now is shown with its reason. */
public final class ActionSource implements PaletteSource {
    private final Actions actions;
    private final Messages words;

    public ActionSource(Actions actions, Messages words) {
        this.actions = actions;
        this.words = words;
    }

    @Override
    public List<PaletteEntry> find(PaletteQuery query, int most) {
        if (query.scope() == '#' || query.scope() == '@') {
            return List.of();
        }
        record Found(Action action, String label, int score) {
        }
        List<Found> found = new ArrayList<>();
        for (Action action : actions.all()) {
            String label = words.of(action.label());
            int score = score(query, action, label.toLowerCase(Locale.ROOT));
            if (score > 0) {
                found.add(new Found(action, label, score));
            }
        }
        found.sort(Comparator.comparingInt(Found::score).reversed());
        return found.stream().limit(most).map(one -> entry(one.action(), one.label())).toList();
    }

    /** What an action is called here counts twice; what others call it finds it too. */
    private int score(PaletteQuery query, Action action, String label) {
        int score = 2 * query.score(label);
        String others = "palette.also." + action.id();
        return score > 0 || !words.has(others) ? score : query.score(label + ' ' + words.of(others).toLowerCase(Locale.ROOT));
    }

    private PaletteEntry entry(Action action, String label) {
        Optional<Text> why = action.whyNot().get();
        String keys = actions.keys(action).stream().findFirst().map(Shortcuts::shown).orElse("");
        return new PaletteEntry(PaletteEntry.Section.ACTIONS, action.icon(), label, why.map(words::of).orElse(""), keys, "", why.isEmpty(), action.run());
    }
}
