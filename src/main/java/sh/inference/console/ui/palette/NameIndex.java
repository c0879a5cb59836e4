package sh.inference.console.ui.palette;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Names and ids in lower case, made once while the palette is open, so that a key stroke over 10,000 things compares text
 * and makes none. Confined to the FX thread.
 */
final class NameIndex<T> {
    private final Function<T, String> id;
    private final Function<T, String> name;
    private final List<Line<T>> lines = new ArrayList<>();

    private record Line<T>(T thing, String name, String id) {
    }

    NameIndex(Function<T, String> id, Function<T, String> name) {
        this.id = id;
        this.name = name;
    }

    void fill(Collection<T> things) {
        lines.clear();
        for (T thing : things) {
            lines.add(new Line<>(thing, name.apply(thing).toLowerCase(Locale.ROOT), id.apply(thing).toLowerCase(Locale.ROOT)));
        }
        lines.sort((a, b) -> a.name().compareTo(b.name()));
    }

    /** The best answers first; of equals the first by name. Ids count only from their beginning. */
    List<T> find(PaletteQuery query, int most) {
        List<List<T>> byScore = new ArrayList<>();
        for (Line<T> line : lines) {
            int score = query.scope() == '#' ? 0 : query.score(line.name());
            if (score == 0 && query.words().size() == 1 && line.id().startsWith(query.words().getFirst())) {
                score = 2;
            }
            if (score > 0) {
                while (byScore.size() <= score) {
                    byScore.add(new ArrayList<>());
                }
                if (byScore.get(score).size() < most) {
                    byScore.get(score).add(line.thing());
                }
            }
        }
        return byScore.reversed().stream().flatMap(List::stream).limit(most).toList();
    }
}
