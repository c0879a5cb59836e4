package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.Text;

class ActionsTest {
    private final Actions actions = new Actions();

    @BeforeEach
    void register() {
        actions.add(Action.of("filter", Action.Group.LIST, Icons.FILTER, List.of("Shortcut+F", "/"), () -> { }));
        actions.add(Action.of("read", Action.Group.WINDOW, Icons.REFRESH, List.of("F5"), () -> { }));
        actions.add(new Action("engine-drain", Action.Group.VERBS, Icons.DRAIN, Text.of("action.engine.drain"), List.of("Alt+D"), true, Optional::empty, () -> { }));
    }

    @Test
    void theOperatorsKeysReplaceTheDeliveredOnes() {
        assertThat(actions.choose(Map.of("read", List.of("Shortcut+R")), true)).isEmpty();
        assertThat(actions.listeningTo("Shortcut+R").map(Action::id)).contains("read");
        assertThat(actions.listeningTo("F5")).isEmpty();
    }

    @Test
    void clashingKeysAreLeftOutAndNamed() {
        assertThat(actions.choose(Map.of("read", List.of("Alt+D")), true))
                .containsExactly(Text.of("keys.clash", "Alt+D", Text.of("action.read"), Text.of("action.engine.drain")));
        assertThat(actions.listeningTo("F5").map(Action::id)).contains("read");
    }

    @Test
    void noBareKeyLeadsToAChange() {
        assertThat(actions.choose(Map.of("engine-drain", List.of("d")), true)).containsExactly(Text.of("keys.bare-write", "d", Text.of("action.engine.drain")));
        assertThat(actions.listeningTo("d")).isEmpty();
    }

    @Test
    void whatIsNoKeyAndWhatIsNoActionIsNamed() {
        assertThat(actions.choose(Map.of("read", List.of("Hyper+Q")), true)).extracting(Text::key).containsExactly("keys.invalid");
        assertThat(actions.choose(Map.of("gone", List.of("F9")), true)).extracting(Text::key).containsExactly("keys.unknown");
    }

    @Test
    void singleCharactersCanBeSwitchedOff() {
        actions.choose(Map.of(), false);
        assertThat(actions.listeningTo("/")).isEmpty();
        assertThat(actions.listeningTo("Shortcut+F")).isPresent();
    }
}
