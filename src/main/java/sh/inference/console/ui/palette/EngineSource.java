package sh.inference.console.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Formats;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;

/** Every engine, and every verb on it: a word that names a verb turns the rest of the query into the name of its object. */
public final class EngineSource implements PaletteSource {
    private final FleetStore fleet;
    private final EngineWords words;
    private final EngineVerbs verbs;
    private final Consumer<String> open;
    private final NameIndex<String> index;

    /** @param open shows an engine with its details */
    public EngineSource(FleetStore fleet, EngineWords words, EngineVerbs verbs, Consumer<String> open) {
        this.fleet = fleet;
        this.words = words;
        this.verbs = verbs;
        this.open = open;
        this.index = new NameIndex<>(id -> id, id -> fleet.entries().get(id).engine().name());
    }

    @Override
    public void opened() {
        index.fill(List.copyOf(fleet.entries().keySet()));
    }

    @Override
    public List<PaletteEntry> find(PaletteQuery query, int most) {
        if (query.scope() == '@' || query.isEmpty()) {
            return List.of();
        }
        List<PaletteEntry> found = new ArrayList<>();
        if (query.scope() != '#') {
            for (Verb verb : EngineVerbs.ALL) {
                String label = words.messages().of("verb." + verb.key());
                PaletteQuery rest = query.without(label.toLowerCase(Locale.ROOT));
                if (rest.words().size() < query.words().size() && startsWith(label, query)) {
                    index.find(rest, most).forEach(id -> entry(id).ifPresent(engine -> found.add(verb(verb, label, engine))));
                }
            }
        }
        found.sort(Comparator.comparing(PaletteEntry::enabled).reversed());
        List<PaletteEntry> best = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        if (query.scope() != '>') {
            index.find(query, most).forEach(id -> entry(id).ifPresent(engine -> best.add(engine(engine))));
        }
        return best;
    }

    private static boolean startsWith(String label, PaletteQuery query) {
        return query.words().stream().anyMatch(word -> label.toLowerCase(Locale.ROOT).startsWith(word));
    }

    private Optional<EngineEntry> entry(String id) {
        return Optional.ofNullable(fleet.entries().get(id));
    }

    private PaletteEntry verb(Verb verb, String label, EngineEntry entry) {
        String id = entry.engine().id();
        Optional<Text> why = verbs.whyNot(verb, id);
        String name = words.messages().of("palette.verb", label, entry.engine().name());
        return new PaletteEntry(PaletteEntry.Section.ACTIONS, why.isPresent() ? Icons.BLOCKED : EngineVerbs.icon(verb), name,
                why.map(words.messages()::of).orElseGet(() -> busy(entry)), "", id, why.isEmpty(), () -> verbs.request(verb, id));
    }

    private PaletteEntry engine(EngineEntry entry) {
        Status status = Status.of(entry.engine());
        String remark = words.messages().of("palette.engine", words.status(entry.engine()), busy(entry), entry.engine().shortId());
        return new PaletteEntry(PaletteEntry.Section.ENGINES, status.icon(), entry.engine().name(), remark, "", entry.engine().id(), true,
                () -> open.accept(entry.engine().id()));
    }

    private String busy(EngineEntry entry) {
        String workers = words.workers(entry.engine());
        return workers.equals(Formats.UNKNOWN) ? words.status(entry.engine()) : words.messages().of("palette.busy", workers);
    }
}
