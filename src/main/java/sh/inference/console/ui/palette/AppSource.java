package sh.inference.console.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import sh.inference.console.model.App;
import sh.inference.console.profile.Favourites;
import sh.inference.console.state.AppsStore;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;

/** Every app that was read: those the operator has marked first, and before anything is typed these and the ones opened last. */
public final class AppSource implements PaletteSource {
    private static final int FAMILIAR = 6;
    private final AppsStore apps;
    private final Favourites favourites;
    private final Messages words;
    private final Consumer<String> open;
    private final NameIndex<App> index = new NameIndex<>(App::id, App::reference);

    /** @param open shows an app with its versions */
    public AppSource(AppsStore apps, Favourites favourites, Messages words, Consumer<String> open) {
        this.apps = apps;
        this.favourites = favourites;
        this.words = words;
        this.open = open;
    }

    @Override
    public void opened() {
        index.fill(List.copyOf(apps.apps()));
    }

    @Override
    public List<PaletteEntry> find(PaletteQuery query, int most) {
        if (query.scope() == '@' || query.scope() == '>') {
            return List.of();
        }
        List<App> found = query.isEmpty() ? familiar()
                : index.find(query, most).stream().sorted(Comparator.comparing(app -> !favourites.contains(app.id()))).toList();
        return found.stream().map(app -> new PaletteEntry(PaletteEntry.Section.APPS, Icons.APPS, app.reference(),
                words.of(favourites.contains(app.id()) ? "palette.app.favourite" : "palette.app", words.of(Status.ofApp(app.status()).word()), app.shortId()), "", app.id(), true,
                () -> open.accept(app.id()))).toList();
    }

    private List<App> familiar() {
        return Stream.concat(favourites.ids().stream(), favourites.recent().stream()).distinct().flatMap(id -> apps.snapshot().find(id).stream()).limit(FAMILIAR).toList();
    }
}
