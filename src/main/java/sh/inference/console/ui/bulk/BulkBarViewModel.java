package sh.inference.console.ui.bulk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.bulk.Bulk;
import sh.inference.console.text.Messages;

/** The verbs that can be asked for on the selected engines. Confined to the FX thread. */
public final class BulkBarViewModel {
    /** In the order menus show them; stop stands apart and last. */
    public static final List<Verb> VERBS = List.of(Verb.DRAIN, Verb.UPDATE, Verb.RESTART, Verb.STOP);
    /** To know whether a verb is off for all, no more than this many are asked; the dialog asks everyone. */
    private static final int LOOKED_AT = 200;
    private final BiFunction<Verb, String, Optional<Text>> whyNot;
    private final Consumer<Bulk> request;
    private final Messages words;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private Set<String> ids = Set.of();

    /** A verb with its words and, when it is possible on none of them, the reason. */
    public record Offer(Verb verb, String words, Optional<String> whyNot) {
    }

    /**
     * @param whyNot     why a verb is not possible on an engine
     * @param request    opens the dialog
     */
    public BulkBarViewModel(BiFunction<Verb, String, Optional<Text>> whyNot, Consumer<Bulk> request, Messages words) {
        this.whyNot = whyNot;
        this.request = request;
        this.words = words;
    }

    /** How many engines are selected; a bar is of use from two on. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ObservableList<Offer> offers() {
        return offers;
    }

    /**
     * The selection changed, or what is possible did.
     *
     * @param engineIds a set that changes no more
     */
    public void select(Set<String> engineIds) {
        ids = engineIds;
        selected.set(ids.size());
        refresh();
    }

    /** Asks again what is possible; to be called about once a second while the bar shows. */
    public void refresh() {
        List<Offer> now = new ArrayList<>();
        if (isOfUse()) {
            VERBS.forEach(verb -> now.add(offer(verb)));
        }
        if (!now.equals(offers)) {
            offers.setAll(now);
        }
    }

    /** Opens the dialog of a verb on all that are selected, unless it is possible on none. */
    public void request(Verb verb) {
        if (isOfUse() && whyNot(verb).isEmpty()) {
            request.accept(new Bulk(verb, List.copyOf(ids)));
        }
    }

    /** Whether several engines are selected. */
    public boolean isOfUse() {
        return ids.size() > 1;
    }

    /** Why a verb is possible on none of those that are selected; empty when it is possible on one at least. */
    public Optional<Text> whyNot(Verb verb) {
        Optional<Text> first = Optional.empty();
        boolean possible = ids.size() > LOOKED_AT;
        for (Iterator<String> id = ids.iterator(); id.hasNext() && !possible; ) {
            Optional<Text> why = whyNot.apply(verb, id.next());
            possible = why.isEmpty();
            first = first.or(() -> why);
        }
        return possible ? Optional.empty() : first.map(why -> Text.of("bulk.bar.nobody", why));
    }

    private Offer offer(Verb verb) {
        Text name = Text.of("verb." + verb.key());
        return new Offer(verb, words.of("bulk.bar.verb", name, ids.size()), whyNot(verb).map(why -> words.of("bulk.bar.verb.off", name, why)));
    }
}
