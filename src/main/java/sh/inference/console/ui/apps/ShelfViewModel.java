package sh.inference.console.ui.apps;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.SavedFilters;
import sh.inference.console.state.AppsStore;
import sh.inference.console.text.Messages;

/** What the operator comes back to: the filters they kept and the apps they opened last. Confined to the FX thread. */
public final class ShelfViewModel {
    private static final int RECENT = 8;
    private final AppsViewModel list;
    private final AppsStore apps;
    private final SavedFilters filters;
    private final Favourites favourites;
    private final Messages words;

    /** A kept filter, with its words. */
    record Kept(SavedFilters.Filter filter, String name) {
    }

    /** An app that was opened, by its reference. */
    record Opened(String appId, String reference) {
    }

    public ShelfViewModel(AppsViewModel list, AppsStore apps, SavedFilters filters, Favourites favourites, Messages words) {
        this.list = list;
        this.apps = apps;
        this.filters = filters;
        this.favourites = favourites;
        this.words = words;
    }

    List<Kept> kept() {
        return filters.all().stream().map(filter -> new Kept(filter, describe(filter))).toList();
    }

    /** The apps that were opened last and are known, the latest first. */
    List<Opened> recent() {
        return favourites.recent().stream().flatMap(id -> apps.snapshot().find(id).stream()).limit(RECENT).map(app -> new Opened(app.id(), app.reference())).toList();
    }

    /** Whether what is listed now leaves anything out and is not kept already. */
    boolean canKeep() {
        return !list.filter().isOpen() && !filters.all().contains(list.filter());
    }

    /** Keeps the filter of this moment. */
    void keep() {
        filters.add(list.filter());
    }

    void apply(SavedFilters.Filter filter) {
        list.apply(filter);
    }

    void remove(SavedFilters.Filter filter) {
        filters.remove(filter);
    }

    void open(String appId) {
        list.choose(appId);
    }

    /** The kept filters for another console. */
    String json() {
        return filters.json();
    }

    private String describe(SavedFilters.Filter filter) {
        String category = filter.category().isEmpty() ? "" : words.of("apps.category." + filter.category());
        return Stream.of(filter.term(), category, filter.status().map(one -> words.of(SetAppStatus.word(one))).orElse("")).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }
}
