package sh.inference.console.ui.palette;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;

/** The faults that the sandbox stages to practise with, once something is typed that names one; anywhere else there are none. */
public final class DrillSource implements PaletteSource {
    private final Supplier<List<Drill>> drills;
    private final Runnable refresh;
    private final Messages words;

    /**
     * A line to start or to end a drill.
     *
     * @param label what choosing it does
     * @param does  what the fault does
     */
    public record Drill(String label, String does, Runnable run) {
    }

    /** @param refresh asks what is staged now */
    public DrillSource(Supplier<List<Drill>> drills, Runnable refresh, Messages words) {
        this.drills = drills;
        this.refresh = refresh;
        this.words = words;
    }

    @Override
    public void opened() {
        refresh.run();
    }

    @Override
    public List<PaletteEntry> find(PaletteQuery query, int most) {
        if (query.isEmpty() || query.scope() == '#' || query.scope() == '@') {
            return List.of();
        }
        return drills.get().stream().filter(drill -> query.score(searched(drill)) > 0).limit(most).map(DrillSource::entry).toList();
    }

    private String searched(Drill drill) {
        return (drill.label() + ' ' + drill.does() + ' ' + words.of("drills.title")).toLowerCase(Locale.ROOT);
    }

    private static PaletteEntry entry(Drill drill) {
        return new PaletteEntry(PaletteEntry.Section.DRILLS, Icons.MAINTENANCE, drill.label(), drill.does(), "", "", true, drill.run());
    }
}
