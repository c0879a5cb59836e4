package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;

/** The items of a menu of verbs. One that is not possible is disabled and says why. Stop stands apart and last. */
public final class VerbMenu {
    private VerbMenu() {
    }

    /**
     * @param ids     the prefix of the items' ids, as in {@code engine-menu-drain}
     * @param whyNot  asked when the menu opens
     * @param request called with the verb that was chosen
     */
    public static List<MenuItem> items(List<Verb> verbs, String ids, Messages messages, Function<Verb, Optional<Text>> whyNot, Consumer<Verb> request) {
        List<MenuItem> items = new ArrayList<>();
        for (Verb verb : verbs) {
            if (verb == Verb.STOP && !items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            Optional<Text> reason = whyNot.apply(verb);
            String label = messages.of("verb." + verb.key());
            MenuItem item = new MenuItem(reason.map(why -> messages.of("engine.verb.off", label, why)).orElse(messages.of("engine.verb.asks", label)),
                    Icons.of(EngineVerbs.icon(verb)));
            item.setId(ids + "-" + verb.key());
            item.setMnemonicParsing(false);
            item.setDisable(reason.isPresent());
            item.setOnAction(event -> request.accept(verb));
            items.add(item);
        }
        return items;
    }
}
