package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Fx;
import sh.inference.console.ui.common.DeskVerbs;
import sh.inference.console.ui.common.EngineOperations;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.palette.EngineSource;
import sh.inference.console.ui.palette.PaletteEntry;
import sh.inference.console.ui.palette.PaletteQuery;

/** Whether a verb is possible is said alike by its button, its key, the palette and the plan that its dialog shows. */
class SameAnswerTest extends OnSandbox {
    SameAnswerTest() {
        super(0.05);
    }

    @Test
    void buttonsKeysPaletteAndPlansAgreeOnEveryEngine() {
        List<String> different = new ArrayList<>();
        int possible = 0;
        for (Engine engine : Fx.call(() -> console.wiring().fleet().fleet().all().stream().map(EngineEntry::engine).toList())) {
            Fx.run(() -> console.wiring().openEngine(engine.id()));
            Fx.await("the details of " + engine.name(), 10, () -> console.isShown("engine-name") && console.text("engine-name").equals(engine.name()));
            for (Verb verb : EngineVerbs.ALL) {
                possible += Fx.call(() -> compare(engine, verb, different)) ? 1 : 0;
            }
        }
        assertThat(different).isEmpty();
        assertThat(possible).as("verbs that are possible somewhere").isGreaterThan(50);
    }

    /** What is said on the same pulse must be the same. */
    private boolean compare(Engine engine, Verb verb, List<String> different) {
        OperationDesk desk = console.wiring().workspace().desk;
        String what = verb + " on " + engine.name();
        // What a new name is in the way of is said in its dialog.
        Optional<Text> why = verb == Verb.RENAME ? desk.whyNot(verb, engine.id()) : desk.plan(EngineOperations.of(verb, engine.id())).blockedBy();
        Optional<Text> key = console.wiring().actions().find("engine-" + verb.key()).orElseThrow().whyNot().get();
        if (!key.map(Text::key).equals(why.map(Text::key))) {
            different.add(what + ": the key says " + key + ", the plan " + why);
        }
        console.find("engine-" + verb.key()).filter(button -> button.isDisabled() != why.isPresent()).ifPresent(button -> different.add(what + ": the button is " + button.isDisabled() + ", the plan says " + why));
        EngineSource source = new EngineSource(console.wiring().fleet(), console.wiring().workspace().engineWords, new DeskVerbs(desk), id -> { });
        source.opened();
        String label = Wiring.messages().of("verb." + verb.key()).toLowerCase(Locale.ROOT);
        List<PaletteEntry> entries = source.find(PaletteQuery.of(label + " " + engine.name()), 40).stream().filter(entry -> entry.id().equals(engine.id()) && entry.section() == PaletteEntry.Section.ACTIONS).toList();
        if (entries.isEmpty() || entries.stream().anyMatch(entry -> entry.enabled() == why.isPresent())) {
            different.add(what + ": the palette offers " + entries + ", the plan says " + why);
        }
        return why.isEmpty();
    }
}
