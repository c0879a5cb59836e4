package sh.inference.console;

import java.time.Clock;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.bulk.BulkConfirmation;
import sh.inference.console.ops.bulk.BulkDesk;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.bulk.BulkBar;
import sh.inference.console.ui.bulk.BulkBarViewModel;
import sh.inference.console.ui.bulk.BulkRunsPane;
import sh.inference.console.ui.bulk.BulkRunsViewModel;
import sh.inference.console.ui.bulk.ChosenFile;
import sh.inference.console.ui.common.EngineOperations;
import sh.inference.console.ui.common.Ticker;

/** What is asked of several engines at once, put together. */
final class BulkRoom {
    private final BulkDesk bulk;
    private final BulkBarViewModel bar;
    private final Messages words;
    private final ConnectionProfile profile;
    private final TaskRunner tasks;

    BulkRoom(OperationDesk desk, BulkConfirmation dialog, OperationLog log, ConnectionProfile profile, TaskRunner tasks, Clock clock, Messages words, Ticker ticker) {
        this.words = words;
        this.profile = profile;
        this.tasks = tasks;
        bulk = new BulkDesk(desk, dialog, log, tasks, clock);
        bar = new BulkBarViewModel((verb, id) -> desk.whyNot(EngineOperations.of(verb, id)), EngineOperations::of, bulk::request, words);
        ticker.nowProperty().subscribe(now -> {
            bulk.tick();
            bar.refresh();
        });
    }

    BulkDesk bulk() {
        return bulk;
    }

    /** The bar over the grid; it follows what is selected there. */
    Node bar() {
        return new BulkBar(bar, words);
    }

    void select(List<String> engineIds) {
        bar.select(engineIds);
    }

    /** The page of operations with the runs above it. */
    Node above(Node operations) {
        ChosenFile file = new ChosenFile(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null));
        VBox.setVgrow(operations, Priority.ALWAYS);
        return new VBox(new BulkRunsPane(new BulkRunsViewModel(bulk.runs(), profile, file, tasks, words), words), operations);
    }
}
