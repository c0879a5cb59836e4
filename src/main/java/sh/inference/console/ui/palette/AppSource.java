package sh.inference.console.ui.palette;

import java.util.List;
import java.util.function.Consumer;

import sh.inference.console.model.App;
import sh.inference.console.state.AppsStore;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;

/** Every app that was read. */
public final class AppSource implements PaletteSource {
    private final AppsStore apps;
    private final Messages words;
    private final Consumer<String> open;
    private final NameIndex<App> index = new NameIndex<>(App::id, App::reference);

    /** @param open shows an app with its versions */
    public AppSource(AppsStore apps, Messages words, Consumer<String> open) {
        this.apps = apps;
        this.words = words;
        this.open = open;
    }

    @Override
    public void opened() {
        index.fill(List.copyOf(apps.apps()));
    }

    @Override
    public List<PaletteEntry> find(PaletteQuery query, int most) {
        if (query.scope() == '@' || query.scope() == '>' || query.isEmpty()) {
            return List.of();
        }
        return index.find(query, most).stream().map(app -> new PaletteEntry(PaletteEntry.Section.APPS, Icons.APPS, app.reference(),
                words.of("palette.app", words.of(Status.ofApp(app.status()).word()), app.shortId()), "", app.id(), true, () -> open.accept(app.id()))).toList();
    }
}
