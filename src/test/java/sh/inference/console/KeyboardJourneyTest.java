package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.apps.AppRow;
import sh.inference.console.ui.engines.EngineRow;
import sh.inference.console.ui.operation.OperationRow;

/** Every verb from its key or the palette to its observed end, without ever touching the pointer. */
@Tag("journey")
class KeyboardJourneyTest extends OnSandbox {
    KeyboardJourneyTest() {
        super(6);
    }

    @Test
    void verbsOnOneEngine() {
        Hand.KEYBOARD.choose(console, "engines-table", engine("gpu-fra-02"));
        Keys.push(KeyCode.ALT, KeyCode.U);
        confirm();
        ended("Update gpu-fra-02");

        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        Hand.KEYBOARD.choose(console, "engines-table", engine("h100-west-2"));
        Keys.push(KeyCode.ALT, KeyCode.X);
        confirm();
        ended("Extend h100-west-2");

        palette("restart h100-west-1");
        confirm();
        ended("Restart h100-west-1");

        palette("stop h100-east-1");
        confirm();
        ended("Stop h100-east-1");

        palette("rename gpu-lon-01");
        Fx.await("the field for the name", 5, () -> console.isShown("rename-name"));
        Hand.KEYBOARD.type(console, "rename-name", "gpu-lon-one");
        confirm();
        ended("Rename gpu-lon-01");

        palette("delete record gpu-lon-06");
        confirm();
        ended("Delete the record of gpu-lon-06");
    }

    @Test
    void aDrainThatIsHeldEndsWhenItsTaskIsCancelled() {
        sandbox.turn(Drill.STUCK_DRAIN, true);
        Fx.run(() -> console.wiring().workspace().desk.setPatience(java.time.Duration.ofSeconds(3)));
        Hand.KEYBOARD.choose(console, "engines-table", engine("gpu-lon-03"));
        Keys.push(KeyCode.ALT, KeyCode.D);
        confirm();
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Fx.await("that it is stuck", 30, () -> console.isShown("operation-cancel-task"));
        Fx.await("one task left", 30, () -> console.entry("gpu-lon-03").engine().workersWithTasks().size() == 1);
        Hand.KEYBOARD.press(console, "operation-cancel-task");
        confirm();
        ended("Drain gpu-lon-03");
    }

    @Test
    void severalEnginesAtOnce() {
        Keys.push(KeyCode.SLASH);
        Keys.write("gpu-lon-0");
        Fx.await("the filtered rows", 10, () -> console.table("engines-table").getItems().size() == 6);
        Hand.KEYBOARD.choose(console, "engines-table", engine("gpu-lon-01"));
        Keys.push(KeyCode.CONTROL, KeyCode.A);
        Fx.await("the bar", 10, () -> console.isShown("bulk-bar"));
        Keys.push(KeyCode.ALT, KeyCode.D);
        Fx.await("the dialog", 10, () -> console.isShown("bulk-dialog"));
        assertThat(console.text("bulk-title")).isEqualTo("Drain 4 of 6");
        Hand.KEYBOARD.type(console, "bulk-phrase", "drain 4");
        Hand.KEYBOARD.press(console, "bulk-ok");
        Fx.await("the dialog gone", 10, () -> console.find("bulk-dialog").isEmpty());
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Fx.await("the first one on its way", 20, () -> console.wiring().workspace().log.records().size() == 1);
        Hand.KEYBOARD.press(console, "bulk-cancel-rest");
        Fx.await("the rest given up", 10, () -> console.node("bulk-runs").lookupAll(".label").stream().anyMatch(node -> ((Label) node).getText().contains("given up")));
        palette("drain all selected");
        Fx.await("nothing is asked on this page", 5, () -> console.find("bulk-dialog").isEmpty());
    }

    @Test
    void verbsOnAnApp() {
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.await("the apps", 20, () -> console.table("apps-list").getItems().size() == 18);
        Hand.KEYBOARD.choose(console, "apps-list", item -> item instanceof AppRow row && row.line().name().equals("whisper-batch"));
        palette("status of the chosen app");
        Fx.await("the dialog", 10, () -> console.isShown("confirm-dialog"));
        Hand.KEYBOARD.press(console, "app-status-maintenance");
        confirm();
        Fx.await("the operation", 20, () -> console.wiring().workspace().log.records().stream().anyMatch(record -> record.state() == sh.inference.console.ops.OperationState.DONE));
    }

    private void palette(String text) {
        Keys.push(KeyCode.CONTROL, KeyCode.K);
        Fx.await("the palette", 5, () -> console.scene().getFocusOwner() instanceof TextInputControl);
        Keys.write(text);
        Keys.push(KeyCode.ENTER);
        if (Fx.call(() -> console.find("palette").isPresent())) {
            Keys.push(KeyCode.ESCAPE);
        }
    }

    private void confirm() {
        Fx.await("the dialog", 10, () -> console.isShown("confirm-dialog"));
        console.confirm(Hand.KEYBOARD);
    }

    private static Predicate<Object> engine(String name) {
        return item -> item instanceof EngineRow row && row.entry().engine().name().equals(name);
    }

    private void ended(String title) {
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Fx.await("the list of operations", 10, () -> console.isShown("operations-list"));
        Fx.await(title + " at its end", 60, () -> ((ListView<?>) console.node("operations-list")).getItems().stream()
                .map(item -> ((OperationRow) item).line()).anyMatch(line -> line.title().equals(title) && line.last().startsWith("Done")));
    }
}
