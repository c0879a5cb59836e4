package sh.inference.console;

import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.bulk.BulkConfirmation;
import sh.inference.console.ops.bulk.BulkDesk;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.ops.takeup.TakeUp;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.bulk.BulkBar;
import sh.inference.console.ui.bulk.BulkBarViewModel;
import sh.inference.console.ui.bulk.BulkRunsPane;
import sh.inference.console.ui.bulk.BulkRunsViewModel;
import sh.inference.console.ui.bulk.ChosenFile;
import sh.inference.console.ui.common.EngineOperations;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.engines.EnginesViewModel;
import sh.inference.console.ui.shell.EnginesPage;

/** What is asked of several engines at once, put together. */
final class BulkRoom {
    private final BulkDesk bulk;
    private final BulkBarViewModel model;
    private final BulkBar bar;
    private final Messages words;
    private final ConnectionProfile profile;
    private final TaskRunner tasks;
    private final Clock clock;

    BulkRoom(OperationDesk desk, BulkConfirmation dialog, OperationLog log, Journal journal, ConnectionProfile profile, TaskRunner tasks, Clock clock, Messages words, Ticker ticker) {
        this.words = words;
        this.clock = clock;
        this.profile = profile;
        this.tasks = tasks;
        bulk = new BulkDesk(desk, dialog, log, journal, tasks, clock, () -> UUID.randomUUID().toString());
        model = new BulkBarViewModel((verb, id) -> desk.whyNot(EngineOperations.of(verb, id)), bulk::request, words);
        bar = new BulkBar(model, words);
        ticker.nowProperty().subscribe(now -> {
            bulk.tick();
            model.refresh();
        });
    }

    /** Puts the bar above the grid and lets it follow what is chosen there. Turns are taken in the order of names. */
    EnginesPage joins(EnginesPage page, EnginesViewModel grid, FleetStore fleet) {
        grid.selectedIdsProperty().subscribe(ids -> model.select(ids.stream()
                .sorted(Comparator.comparing(id -> fleet.fleet().find(id).map(entry -> entry.engine().name()).orElse(id))).toList()));
        return page.withMany(bar, bar::items);
    }

    /** Lists what an earlier session left unfinished. */
    void takeUp(JournalReading reading) {
        bulk.takeUp(reading, line -> TakeUp.concerns(line, profile, clock.instant()));
    }

    /** Whether a run has not ended. */
    boolean isBusy() {
        return bulk.runs().stream().anyMatch(run -> run.stateProperty().get() != BulkRun.State.ENDED);
    }

    /** The page of operations with the runs above it. */
    Node above(Node operations) {
        ChosenFile file = new ChosenFile(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null));
        VBox.setVgrow(operations, Priority.ALWAYS);
        return new VBox(new BulkRunsPane(new BulkRunsViewModel(bulk.runs(), profile, file, tasks, words), words), operations);
    }
}
