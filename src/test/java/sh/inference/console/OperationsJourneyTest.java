package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.engines.EngineRow;

/** The verbs beside drain, extend and promote, each from its menu to its observed end, in one window on the sandbox. */
@Tag("journey")
class OperationsJourneyTest extends OnSandbox {
    OperationsJourneyTest() {
        super(4);
    }

    @Test
    void everyVerbGoesFromItsMenuToItsObservedEnd() {
        ask("gpu-fra-02", "update");
        confirm();
        ended("Update gpu-fra-02", "→");

        ask("h100-west-1", "restart");
        confirm();
        ended("Restart h100-west-1", "running");

        ask("h100-east-1", "stop");
        confirm();
        ended("Stop h100-east-1", "instance deleted");
        assertThat(Fx.call(() -> console.status("h100-east-1"))).isEqualTo(EngineStatus.STOPPED);

        ask("gpu-lon-01", "rename");
        Fx.run(() -> ((TextField) console.node("rename-name")).setText("gpu-lon-one"));
        confirm();
        ended("Rename gpu-lon-01", "gpu-lon-one");

        ask("gpu-lon-06", "delete");
        confirm();
        ended("Delete the record of gpu-lon-06", "does not list it any more");
        console.picture("operations", "every-verb");
    }

    @Test
    @SuppressWarnings("unchecked")
    void severalEnginesAreDrainedTogether() {
        Fx.run(() -> ((TextField) console.node("engines-filter")).setText("gpu-lon-0"));
        Fx.await("the filtered rows", 10, () -> console.table("engines-table").getItems().size() == 6);
        Fx.run(() -> console.node("engines-table").requestFocus());
        Keys.push(KeyCode.CONTROL, KeyCode.A);
        Fx.await("the bar", 10, () -> console.isShown("bulk-bar"));
        press("bulk-drain");
        Fx.await("the dialog", 10, () -> console.isShown("bulk-dialog"));
        assertThat(console.text("bulk-title")).isEqualTo("Drain 4 of 6");
        Fx.run(() -> ((TextField) console.node("bulk-phrase")).setText("drain 4"));
        Fx.run(() -> ((Spinner<Integer>) console.node("bulk-at-once")).getValueFactory().setValue(4));
        press("bulk-ok");
        Fx.await("all four stopped", 60, () -> List.of("gpu-lon-01", "gpu-lon-02", "gpu-lon-03", "gpu-lon-04").stream().allMatch(name -> console.status(name) == EngineStatus.STOPPED));
        Fx.run(() -> console.wiring().shell().go(sh.inference.console.ui.shell.ShellViewModel.Page.OPERATIONS));
        Fx.await("the list of runs", 10, () -> console.find("bulk-runs").isPresent());
        Fx.await("the end of the run", 20, () -> console.node("bulk-runs").lookupAll(".label").stream().anyMatch(node -> ((Label) node).getText().startsWith("4 of 4 done")));
    }

    private void ask(String engine, String verb) {
        Fx.run(() -> console.wiring().shell().go(sh.inference.console.ui.shell.ShellViewModel.Page.ENGINES));
        Fx.settle();
        Hand.MOUSE.choose(console, "engines-table", row(engine));
        Fx.await("the details of " + engine, 10, () -> console.isShown("engine-name") && console.text("engine-name").equals(engine));
        if (console.find("engine-" + verb).isPresent()) {
            press("engine-" + verb);
        } else {
            Fx.run(() -> ((MenuButton) console.node("engine-more")).show());
            Fx.run(() -> item(verb).fire());
            Fx.run(() -> ((MenuButton) console.node("engine-more")).hide());
        }
        Fx.await("the dialog", 10, () -> console.isShown("confirm-dialog"));
    }

    private Predicate<Object> row(String name) {
        return item -> item instanceof EngineRow row && row.entry().engine().name().equals(name);
    }

    private MenuItem item(String verb) {
        return ((MenuButton) console.node("engine-more")).getItems().stream().filter(item -> ("engine-" + verb).equals(item.getId())).findFirst().orElseThrow();
    }

    private void confirm() {
        console.confirm(Hand.MOUSE);
    }

    private void ended(String title, String words) {
        Fx.run(() -> console.wiring().shell().go(sh.inference.console.ui.shell.ShellViewModel.Page.OPERATIONS));
        Fx.await("the list of operations", 10, () -> console.find("operations-list").isPresent());
        Fx.await(title + " at its end", 60, () -> ((ListView<?>) console.node("operations-list")).getItems().stream()
                .map(item -> ((sh.inference.console.ui.operation.OperationRow) item).line()).anyMatch(line -> line.title().equals(title) && line.last().startsWith("Done") && line.last().contains(words)));
    }

    private void press(String id) {
        Fx.await(id + " enabled", 10, () -> console.find(id).map(node -> !node.isDisabled()).orElse(false));
        Fx.run(() -> console.node(id).requestFocus());
        Keys.push(KeyCode.SPACE);
    }
}
