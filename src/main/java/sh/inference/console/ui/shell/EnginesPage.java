package sh.inference.console.ui.shell;

import java.util.List;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.SidePane;
import sh.inference.console.ui.engine.EngineStory;
import sh.inference.console.ui.engine.EngineView;
import sh.inference.console.ui.engine.EngineViewModel;
import sh.inference.console.ui.engines.EnginesView;
import sh.inference.console.ui.engines.EnginesViewModel;
import sh.inference.console.ui.engines.GridViews;

/** The grid with the details of the chosen engine beside it: the one place that knows both. */
public final class EnginesPage {
    private final EnginesViewModel engines;
    private final EngineViewModel details;
    private final EngineStory story;
    private final EnginesView grid;
    private final VBox content;
    private final SidePane root;

    /** @param readNow reads the fleet at once */
    public EnginesPage(EnginesViewModel engines, EngineViewModel details, EngineStory story, GridViews views, TableLayouts layouts, ViewLoader loader, Runnable readNow) {
        this.engines = engines;
        this.details = details;
        this.story = story;
        this.grid = new EnginesView(engines, views, layouts, readNow, this::open);
        Region table = loader.load(grid);
        VBox.setVgrow(table, Priority.ALWAYS);
        this.content = new VBox(table);
        this.root = new SidePane(content, () -> loader.load(new EngineView(details, story, this::close)));
        engines.selectedProperty().subscribe(id -> {
            details.show(id);
            story.show(id);
            if (id.isEmpty()) {
                root.openProperty().set(false);
            }
        });
        root.openProperty().subscribe(open -> {
            if (open) {
                story.open();
            } else {
                // Its engine may have gone while somebody worked in the pane.
                if (root.holdsFocus()) {
                    grid.focusTable();
                }
                story.drop();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Offers what can be asked of several engines: a bar above the grid, and a menu where more than one is chosen. */
    public EnginesPage withMany(Node bar, Supplier<List<MenuItem>> items) {
        content.getChildren().addFirst(bar);
        grid.offerForMany(items);
        return this;
    }

    /** What the grid can do beside the verbs. */
    public void offer(Actions actions) {
        actions.add(Action.of("columns-reset", Action.Group.LIST, Icons.COLUMNS, List.of(), grid::resetColumns));
        actions.add(Action.of("view-save", Action.Group.LIST, Icons.VIEWS, List.of(), grid::saveView));
    }

    /** Tells which engines are looked at, and which of them in detail. */
    public EnginesPage followedBy(Consumer<Collection<String>> rows, Consumer<Optional<String>> detail) {
        engines.onScreenProperty().subscribe(rows);
        root.openProperty().subscribe(open -> detail.accept(inDetail()));
        engines.selectedProperty().subscribe(id -> detail.accept(inDetail()));
        return this;
    }

    /** The window can be seen again. */
    public void follow() {
        engines.follow();
        details.show(engines.selectedProperty().get());
        story.show(engines.selectedProperty().get());
    }

    /** The window is closed, perhaps for good: nothing is followed for it. */
    public void rest() {
        root.openProperty().set(false);
        details.show(Optional.empty());
        story.show(Optional.empty());
        engines.rest();
    }

    private Optional<String> inDetail() {
        return root.openProperty().get() ? engines.selectedProperty().get() : Optional.empty();
    }

    public Node node() {
        return root;
    }

    /** Shows an engine with its details, whatever is filtered. */
    public void open(String id) {
        grid.reveal(id);
        grid.focusTable();
    }

    private void open() {
        root.openProperty().set(details.id().isPresent());
    }

    private void close() {
        root.openProperty().set(false);
        grid.focusTable();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && root.openProperty().get()) {
            close();
            event.consume();
        }
    }
}
