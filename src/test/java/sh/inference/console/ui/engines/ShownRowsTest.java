package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import javafx.collections.ListChangeListener;

import sh.inference.console.model.Feed;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Engines;

class ShownRowsTest {
    private final ShownRows shown = new ShownRows();
    private final List<EngineRow> rows = IntStream.range(0, 40).mapToObj(ShownRowsTest::row).toList();

    /** Follows the changes alone, as a table does. */
    private final List<EngineRow> followed = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    ShownRowsTest() {
        shown.addListener((ListChangeListener<EngineRow>) this::follow);
    }

    private static EngineRow row(int number) {
        return new EngineRow(new EngineEntry(Engines.running("gpu-" + number).build(), Feed.POLL, Instant.EPOCH, Instant.EPOCH, Map.of(), Optional.empty(), false));
    }

    private void follow(ListChangeListener.Change<? extends EngineRow> change) {
        while (change.next()) {
            told.add(change.wasPermutated() ? "moved" : change.wasReplaced() ? "replaced" : change.wasAdded() ? "came" : "went");
            if (change.wasPermutated()) {
                List<EngineRow> before = new ArrayList<>(followed);
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    followed.set(change.getPermutation(i), before.get(i));
                }
            } else {
                followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                followed.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }

    @Test
    void anotherOrderIsToldAsRowsThatMoved() {
        shown.show(rows);
        told.clear();
        List<EngineRow> turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        shown.show(turned);
        assertThat(told).containsExactly("moved");
        assertThat(followed).isEqualTo(turned).isEqualTo(shown);
    }

    @Test
    void theSameArrangementTellsNothing() {
        shown.show(rows);
        told.clear();
        shown.show(new ArrayList<>(rows));
        assertThat(told).isEmpty();
    }

    @Test
    void whoFollowsTheChangesAloneAlwaysSeesWhatIsShown() {
        Random chance = new Random(7);
        for (int turn = 0; turn < 500; turn++) {
            List<EngineRow> target = new ArrayList<>(rows);
            Collections.shuffle(target, chance);
            target = target.subList(0, chance.nextInt(rows.size() + 1));
            shown.show(target);
            assertThat(shown).isEqualTo(target);
            assertThat(followed).isEqualTo(target);
        }
    }
}
