package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.App;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.palette.PaletteEntry;

/** In the whole console: what the palette finds, and what the keys for copying copy on every page. */
class EverythingReachedTest extends OnSandbox {
    EverythingReachedTest() {
        super(1);
    }

    @Test
    void thePaletteFindsEveryActionEngineAppAndProfileByItsName() {
        Keys.push(KeyCode.CONTROL, KeyCode.K);
        List<String> missing = new ArrayList<>();
        for (Action action : Fx.call(() -> List.copyOf(console.wiring().actions().all()))) {
            look(Wiring.messages().of(action.label()), missing);
        }
        Fx.call(() -> console.wiring().fleet().entries().values().stream().map(entry -> entry.engine().name()).toList()).forEach(name -> look(name, missing));
        Fx.call(() -> console.wiring().workspace().apps.apps().stream().map(App::name).toList()).forEach(name -> look(name, missing));
        Fx.run(() -> ((TextField) console.node("palette-field")).setText("@"));
        assertThat(Fx.call(() -> ((ListView<?>) console.node("palette-list")).getItems().size())).isPositive();
        assertThat(missing).isEmpty();
    }

    @Test
    void thePaletteStartsADrillOfTheSandboxAndEndsIt() {
        Fx.await("the drills", 15, () -> ((MenuButton) console.node("drills-menu")).getItems().size() > 2);
        choose("slow answers", "Start drill: Slow answers", "Drills · 1 on");
        assertThat(sandbox.drills()).containsExactly(Drill.SLOW_ANSWERS);
        choose("drill slow", "End drill: Slow answers", "Drills");
        assertThat(sandbox.drills()).isEmpty();
    }

    private void choose(String typed, String line, String after) {
        Keys.push(KeyCode.CONTROL, KeyCode.K);
        Fx.run(() -> ((TextField) console.node("palette-field")).setText(typed));
        assertThat(Fx.call(() -> ((PaletteEntry) ((ListView<?>) console.node("palette-list")).getItems().getFirst()).words())).isEqualTo(line);
        Keys.push(KeyCode.ENTER);
        Fx.await(after, 15, () -> ((MenuButton) console.node("drills-menu")).getText().equals(after));
    }

    @Test
    void theChosenRowOfEveryPageIsCopiedAsTextAsJsonAndAsCurl() {
        first("engines-table", 1);
        copied("/engines/");
        Keys.push(KeyCode.ALT, KeyCode.U);
        Keys.push(KeyCode.ESCAPE);
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        first("apps-list", 1);
        copied("/apps/");
        Fx.await("versions", 10, () -> !console.table("versions-table").getItems().isEmpty());
        first("versions-table", 0);
        copied("/versions/");
    }

    private void copied(String path) {
        String text = copy(KeyCode.CONTROL, KeyCode.C);
        assertThat(text).startsWith("# SANDBOX\n").contains("\t");
        String id = text.substring(text.indexOf('\n') + 1, text.indexOf('\t'));
        assertThat(copy(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C)).contains("curl -X GET '", path, id);
        assertThat(copy(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C)).contains("\"as_of\"", "SANDBOX");
    }

    private String copy(KeyCode... keys) {
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
        Keys.push(keys);
        return Fx.call(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    private void first(String table, int index) {
        Fx.await(table, 15, () -> console.isShown(table) && console.table(table).getItems().size() > index);
        Fx.run(() -> {
            console.table(table).getSelectionModel().select(index);
            console.table(table).requestFocus();
        });
        Fx.settle();
    }

    private void look(String name, List<String> missing) {
        Fx.run(() -> ((TextField) console.node("palette-field")).setText(name));
        boolean found = Fx.call(() -> ((ListView<?>) console.node("palette-list")).getItems().stream().anyMatch(entry -> ((PaletteEntry) entry).words().contains(name)));
        if (!found) {
            missing.add(name);
        }
    }
}
