package sh.inference.console.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.profile.SavedView;
import sh.inference.console.profile.SavedViews;
import sh.inference.console.testing.Engines;

class GridViewsTest {
    @TempDir
    private Path folder;
    private final GridRig rig = new GridRig(Runnable::run);
    private GridViews views;

    @BeforeEach
    void open() {
        views = new GridViews(rig.model, new SavedViews(folder, "p", Runnable::run));
        rig.live(List.of(Engines.running("b").busy(1).build(), Engines.in("a", EngineStatus.DRAINING).build(), Engines.running("c").busy(3).build(),
                Engines.in("d", EngineStatus.STOPPED).build()));
    }

    @Test
    void aSavedViewBringsBackFilterGroupingAndOrder() {
        rig.model.setFilterText("id-");
        rig.model.toggle(Facet.STATUS, "running");
        rig.model.arrangement().groupBy(Optional.of(Facet.STATUS));
        rig.model.arrangement().sortBy(List.of(new SavedView.Level("workers", true)));
        views.save("Busy");
        rig.model.clearFilter();
        rig.model.arrangement().groupBy(Optional.empty());
        rig.model.arrangement().sortBy(List.of(new SavedView.Level("name", false)));
        assertThat(rig.shown()).containsExactly("id-a", "id-b", "id-c", "id-d");

        views.apply(new SavedViews(folder, "p", Runnable::run).all().iterator().next());

        assertThat(rig.shown()).containsExactly("id-c", "id-b");
        assertThat(rig.model.arrangement().groupProperty().get()).contains(Facet.STATUS);
        assertThat(views.problemProperty().get()).isEmpty();
    }

    @Test
    void aFilterThatCannotBeUsedSaysWhyAndShowsAllRows() {
        rig.model.setFilterText("nothing has this name");
        views.apply(new SavedView("Old", "x", Map.of("colour", List.of("red")), "", List.of()));

        assertThat(rig.shown()).hasSize(4);
        assertThat(views.problemProperty().get()).contains("Old").contains("colour");

        views.apply(new SavedView("Typo", "", Map.of("vram", List.of("much")), "", List.of()));
        assertThat(rig.shown()).hasSize(4);
        assertThat(views.problemProperty().get()).contains("much");
    }

    @Test
    void groupsStandTogetherAndOnlyTheFirstRowOfEachNamesIt() {
        rig.model.arrangement().groupBy(Optional.of(Facet.STATUS));

        assertThat(rig.shown()).containsExactly("id-a", "id-b", "id-c", "id-d");
        assertThat(List.of(0, 1, 2, 3)).extracting(rig.model.arrangement()::begun).containsExactly("Draining · 1", "Running · 2", "", "Stopped · 1");
    }

    @Test
    void aNewEngineJoinsItsGroup() {
        rig.model.arrangement().groupBy(Optional.of(Facet.STATUS));
        rig.fleet.read(Engines.in("z", EngineStatus.DRAINING).build(), sh.inference.console.model.Feed.EVENTS);

        assertThat(rig.shown()).containsExactly("id-a", "id-z", "id-b", "id-c", "id-d");
        assertThat(rig.model.arrangement().begun(0)).isEqualTo("Draining · 2");
    }
}
