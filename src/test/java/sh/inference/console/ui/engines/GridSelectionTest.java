package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class GridSelectionTest {
    private static final List<String> ORDER = List.of("a", "b", "c", "d", "e");
    private final GridSelection selection = new GridSelection();

    @Test
    void shiftTakesAllFromWhereTheChoiceBegan() {
        selection.only("b");
        selection.through(ORDER, "d", false);
        assertThat(selection.idsProperty().get()).containsExactly("b", "c", "d");
        selection.through(ORDER, "a", false);
        assertThat(selection.idsProperty().get()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void controlAddsAndTakesAway() {
        selection.only("a");
        selection.toggle("d");
        selection.through(ORDER, "e", true);
        assertThat(selection.idsProperty().get()).containsExactly("a", "d", "e");
        selection.toggle("d");
        assertThat(selection.idsProperty().get()).containsExactly("a", "e");
        assertThat(selection.leadProperty().get()).contains("d");
    }

    @Test
    void movingTheLeadLeavesTheChoiceAlone() {
        selection.only("a");
        selection.lead("c");
        assertThat(selection.idsProperty().get()).containsExactly("a");
        selection.toggle("c");
        assertThat(selection.idsProperty().get()).containsExactly("a", "c");
    }

    @Test
    void anAnchorTheFilterHidesBeginsAnew() {
        selection.only("hidden");
        selection.through(ORDER, "c", false);
        assertThat(selection.idsProperty().get()).containsExactly("c");
    }

    @Test
    void anEngineThatIsGoneIsChosenNoMoreButMayLeadOn() {
        selection.only("a");
        selection.forget("a");
        assertThat(selection.idsProperty().get()).isEmpty();
        assertThat(selection.leadProperty().get()).contains("a");
    }
}
