package sh.inference.console.ui.engines;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import sh.inference.console.profile.SavedView;
import sh.inference.console.profile.SavedViews;
import sh.inference.console.text.Messages;

/**
 * Filter, grouping and order of the grid under names. A view whose filter this console cannot use says why and shows all
 * rows: nothing is hidden by something nobody understands.
 */
public final class GridViews {
    private final EnginesViewModel model;
    private final SavedViews views;
    private final Messages messages;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public GridViews(EnginesViewModel model, SavedViews views) {
        this.model = model;
        this.views = views;
        this.messages = model.words().messages();
        if (!views.aside().isEmpty()) {
            problem.set(messages.of("engines.views.aside", String.join(", ", views.aside())));
        }
    }

    public Collection<SavedView> all() {
        return views.all();
    }

    /** Why the view that was asked for last cannot be used; empty when it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public void dismissProblem() {
        problem.set("");
    }

    /** Shows the grid as it was when the view was saved. */
    public void apply(SavedView view) {
        Optional<String> why = whyUnusable(view);
        problem.set(why.map(reason -> messages.of("engines.views.unusable", view.name(), reason)).orElse(""));
        model.setFilter(why.isPresent() ? EngineFilter.ALL : new EngineFilter(view.text(), chosen(view)));
        model.arrangement().groupBy(why.isPresent() ? Optional.empty() : Facet.find(view.group()));
        if (!view.order().isEmpty()) {
            model.arrangement().sortBy(view.order());
        }
    }

    /** Keeps what the grid shows now under a name; a view of that name is replaced. */
    public void save(String name) {
        String plain = name.strip();
        if (!plain.isEmpty()) {
            EngineFilter filter = model.filterProperty().get();
            Map<String, List<String>> values = new LinkedHashMap<>();
            filter.choices().forEach((facet, chosen) -> values.put(facet.key(), List.copyOf(new TreeSet<>(chosen))));
            views.put(new SavedView(plain.substring(0, Math.min(plain.length(), SavedViews.LONGEST)), filter.text(), values,
                    model.arrangement().groupProperty().get().map(Facet::key).orElse(""), model.arrangement().orderProperty().get()));
        }
    }

    public void remove(SavedView view) {
        views.remove(view.name());
    }

    private Optional<String> whyUnusable(SavedView view) {
        for (Map.Entry<String, List<String>> entry : view.values().entrySet()) {
            Optional<Facet> facet = Facet.find(entry.getKey());
            if (facet.isEmpty()) {
                return Optional.of(messages.of("engines.views.no-facet", entry.getKey()));
            }
            for (String value : entry.getValue()) {
                if (!Facets.isValid(facet.get(), value)) {
                    return Optional.of(messages.of("engines.views.no-value", value, messages.of("engines.facet." + entry.getKey())));
                }
            }
        }
        return view.group().isEmpty() || Facet.find(view.group()).isPresent() ? Optional.empty() : Optional.of(messages.of("engines.views.no-facet", view.group()));
    }

    private static Map<Facet, Set<String>> chosen(SavedView view) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        view.values().forEach((facet, values) -> chosen.put(Facet.find(facet).orElseThrow(), Set.copyOf(values)));
        return chosen;
    }
}
