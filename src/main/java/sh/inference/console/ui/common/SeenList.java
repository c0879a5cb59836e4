package sh.inference.console.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

import sh.inference.console.model.ApiCall;

/**
 * What a list or table shows, for whoever copies its chosen row, asks what can be done with it, or saves all of it as it is seen. The
 * list carries it, so that the window finds it where the focus is. FX thread only.
 */
public final class SeenList {
    private final Supplier<Optional<Row>> chosen;
    private Supplier<String> filter = () -> "";
    private List<String> heads = List.of();
    private Supplier<List<List<String>>> rows = List::of;
    private Supplier<List<MenuItem>> verbs = List::of;
    private List<String> actions = List.of();
    private final BooleanProperty menuOpen = new SimpleBooleanProperty();

    /**
     * The chosen row, or all that are chosen.
     *
     * @param line as text, with its id
     * @param call the request that reads it, or that it stands for
     */
    public record Row(String line, Optional<ApiCall> call) {
    }

    /** @param chosen empty while no row is */
    public SeenList(Supplier<Optional<Row>> chosen) {
        this.chosen = chosen;
    }

    /** What narrows the list beside the words that are typed; empty when nothing does. */
    public SeenList filteredBy(Supplier<String> words) {
        filter = words;
        return this;
    }

    /** The columns of a list that is no table. */
    public SeenList inColumns(List<String> names, Supplier<List<List<String>>> cells) {
        heads = names;
        rows = cells;
        return this;
    }

    /** What the menu of a row begins with; asked when it opens. */
    public SeenList withVerbs(Supplier<List<MenuItem>> items) {
        verbs = items;
        return this;
    }

    /** Actions that the menu of a row offers, by their ids. */
    public SeenList withActions(String... ids) {
        actions = List.of(ids);
        return this;
    }

    public void offeredBy(Node list) {
        list.getProperties().put(SeenList.class, this);
    }

    public static Optional<SeenList> on(Node list) {
        return Optional.ofNullable((SeenList) list.getProperties().get(SeenList.class));
    }

    public Optional<Row> chosen() {
        return chosen.get();
    }

    List<MenuItem> verbs() {
        return verbs.get();
    }

    List<String> actions() {
        return actions;
    }

    /** Whether the menu of a row is open; written by the menu alone. */
    public BooleanProperty menuOpenProperty() {
        return menuOpen;
    }

    public String filter() {
        return filter.get();
    }

    public List<String> heads() {
        return heads;
    }

    public List<List<String>> rows() {
        return rows.get();
    }
}
