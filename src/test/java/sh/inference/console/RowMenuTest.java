package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.apps.AppRow;
import sh.inference.console.ui.engines.EngineRow;

/** The menu of a row, by the other mouse button and by the keyboard. */
class RowMenuTest extends OnSandbox {
    private final FxRobot robot = new FxRobot();

    RowMenuTest() {
        super(1);
    }

    @Test
    void anEngineIsCopiedFromItsMenuAndItsVerbsStandFirst() {
        int row = Fx.call(() -> console.indexOf("engines-table", item -> item instanceof EngineRow one && one.engine().name().equals("gpu-lon-03")));
        robot.rightClickOn(console.row("engines-table", row));
        List<String> ids = Fx.call(() -> menu().getItems().stream().map(MenuItem::getId).filter(id -> id != null).toList());
        assertThat(ids).startsWith("engines-menu-drain").contains("engines-menu-stop").endsWith("row-menu-copy-text", "row-menu-copy-json", "row-menu-copy-curl");

        Fx.run(() -> item("row-menu-copy-text").fire());
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("gpu-lon-03").contains(console.entry("gpu-lon-03").engine().id());
    }

    @Test
    void anAppIsGivenAStatusFromItsMenuByKeysAlone() {
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Hand.KEYBOARD.choose(console, "apps-list", item -> item instanceof AppRow one && one.line().name().equals("video-interp"));
        Fx.run(() -> console.node("apps-list").requestFocus());
        Keys.push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(Fx.call(() -> item("row-menu-app-web").isDisable())).as("no page is known for the sandbox").isTrue();
        assertThat(Fx.call(() -> item("row-menu-app-web").getText())).contains("No pages are known");

        // A menu may open with its first line chosen, or with none.
        for (int downs = 0; downs < 3 && !Fx.call(() -> menu().getScene().lookup("#row-menu-app-status").isFocused()); downs++) {
            Keys.push(KeyCode.DOWN);
        }
        Keys.push(KeyCode.ENTER);
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));
        assertThat(Fx.call(() -> console.text("confirm-title"))).contains("video-interp");
    }

    private static MenuItem item(String id) {
        return menu().getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream().filter(window -> window instanceof ContextMenu && window.isShowing()).map(ContextMenu.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no menu is open"));
    }
}
