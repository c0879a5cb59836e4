package sh.inference.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import sh.inference.console.ops.bulk.Bulk;
import sh.inference.console.state.EngineEntry;
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
    private final Workspace workspace;
    private final BulkBarViewModel model;
    private final BulkBar bar;

    /** @param ticker the window's own */
    BulkRoom(Workspace workspace, Ticker ticker) {
        this.workspace = workspace;
        model = new BulkBarViewModel((verb, id) -> workspace.desk.whyNot(EngineOperations.of(verb, id)), bulk -> workspace.bulk.request(new Bulk(bulk.verb(), inOrderOfNames(bulk.ids()))), workspace.words);
        bar = new BulkBar(model, workspace.words);
        ticker.nowProperty().subscribe(now -> model.refresh());
    }

    /** Puts the bar above the grid and lets it follow what is chosen there. */
    EnginesPage joins(EnginesPage page, EnginesViewModel grid) {
        grid.selectedIdsProperty().subscribe(ids -> model.select(ids));
        return page.withMany(bar, bar::items);
    }

    /** In this order turns are taken. Worked out when something is asked for, and not at every step of a selection. */
    private List<String> inOrderOfNames(List<String> ids) {
        List<Map.Entry<String, String>> named = new ArrayList<>(ids.size());
        for (String id : ids) {
            EngineEntry known = workspace.fleet.entries().get(id);
            named.add(Map.entry(known == null ? id : known.engine().name(), id));
        }
        named.sort(Map.Entry.comparingByKey());
        return named.stream().map(Map.Entry::getValue).toList();
    }

    /** What can be asked for on the engines that are selected. */
    BulkBarViewModel several() {
        return model;
    }

    /** The page of operations with the runs above it. */
    Node above(Node operations) {
        ChosenFile file = new ChosenFile(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null), workspace.words);
        VBox.setVgrow(operations, Priority.ALWAYS);
        return new VBox(new BulkRunsPane(new BulkRunsViewModel(workspace.bulk.runs(), workspace.profile, file, workspace.work, workspace.words), workspace.words), operations);
    }
}
