package sh.inference.console.ui.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.ops.Verb;
import sh.inference.console.ops.bulk.Bulk;
import sh.inference.console.testing.BulkRig;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.EngineOperations;

class BulkBarViewModelTest {
    private final List<Bulk> asked = new ArrayList<>();
    @TempDir
    private Path folder;
    private BulkBarViewModel model;

    @BeforeEach
    void open() {
        BulkRig rig = new BulkRig(folder);
        model = new BulkBarViewModel((verb, id) -> rig.rig.desk.whyNot(EngineOperations.of(verb, id)), asked::add,
                new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
    }

    @Test
    void oneEngineNeedsNoBar() {
        model.select(Set.of("id-gpu-1"));
        assertThat(model.offers()).isEmpty();
        model.request(Verb.DRAIN);
        assertThat(asked).isEmpty();
    }

    @Test
    void aVerbIsOfferedWhenOneOfThemAllowsItAndElseSaysWhyNot() {
        model.select(new LinkedHashSet<>(List.of("id-gpu-8", "id-gpu-9", "id-gpu-1")));
        assertThat(model.offers()).extracting(BulkBarViewModel.Offer::words).containsExactly("Drain 3…", "Update 3…", "Restart 3…", "Stop 3…");
        assertThat(model.offers().getFirst().whyNot()).isEmpty();
        assertThat(model.offers().get(2).whyNot()).get().asString().startsWith("Restart: not possible on any of them: Self-hosted");
        model.request(Verb.RESTART);
        assertThat(asked).isEmpty();
        model.request(Verb.DRAIN);
        assertThat(asked).singleElement().satisfies(bulk -> assertThat(bulk.ids()).containsExactly("id-gpu-8", "id-gpu-9", "id-gpu-1"));
    }
}
