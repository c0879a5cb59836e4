package sh.inference.console.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.Icons;

class KeysViewModelTest {
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final Actions actions = new Actions();
    private final KeysViewModel model = new KeysViewModel(actions, words);

    @Test
    void theSheetShowsTheKeysThatAreListenedToNow() {
        actions.add(Action.of("filter", Action.Group.LIST, Icons.FILTER, List.of("Shortcut+F", "/"), () -> { }));
        assertThat(line("Filter the list")).isEqualTo(List.of("Shortcut+F", "/"));
        actions.choose(Map.of("filter", List.of("Shortcut+L", "/")), false);
        assertThat(line("Filter the list")).isEqualTo(List.of("Shortcut+L"));
    }

    @Test
    void theKeysOfListsAreOnTheSheetToo() {
        assertThat(line("Copy as curl")).isEqualTo(List.of("Shortcut+Shift+C"));
    }

    private List<String> line(String what) {
        return model.parts().stream().flatMap(part -> part.lines().stream()).filter(line -> line.what().equals(what)).findFirst().orElseThrow().keys();
    }
}
