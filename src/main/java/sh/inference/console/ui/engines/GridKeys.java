package sh.inference.console.ui.engines;

import java.util.Optional;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * How keys and the mouse choose rows. The table keeps a selection of its own of one row, the one that leads, and moves it
 * by its own keys; everything that concerns several rows is done here, by id.
 */
final class GridKeys {
    private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");
    private final EnginesViewModel model;
    private final TableView<EngineRow> table;
    private final Runnable openDetails;
    private final TypeAhead typed;
    private boolean following;

    GridKeys(EnginesViewModel model, TableView<EngineRow> table, Runnable openDetails) {
        this.model = model;
        this.table = table;
        this.openDetails = openDetails;
        this.typed = new TypeAhead(model.ticker());
    }

    void install() {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!following && !model.isArranging() && row != null) {
                model.select(row.id());
            }
        });
        model.rows().addListener((ListChangeListener<EngineRow>) change -> follow());
        model.selectedProperty().subscribe(id -> follow());
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPress);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        table.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
    }

    /** The row that leads stays the same engine's whatever the list does; a table by itself would move on to a neighbour. */
    private void follow() {
        following = true;
        try {
            int at = model.selectedRow().map(model.rows()::indexOf).orElse(-1);
            if (at < 0) {
                table.getSelectionModel().clearSelection();
            } else if (table.getSelectionModel().getSelectedIndex() != at || table.getSelectionModel().getSelectedItem() != model.rows().get(at)) {
                table.getSelectionModel().clearAndSelect(at);
            }
        } finally {
            following = false;
        }
    }

    private void onPress(MouseEvent event) {
        Optional<EngineRow> row = rowAt(event);
        if (row.isEmpty()) {
            return;
        }
        String id = row.get().id();
        if (event.getButton() == MouseButton.SECONDARY) {
            if (model.selection().contains(id)) {
                model.selection().lead(id);
            } else {
                model.select(id);
            }
        } else if (event.getButton() == MouseButton.PRIMARY && event.isShiftDown()) {
            model.selectThrough(id, event.isShortcutDown());
        } else if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown()) {
            model.selection().toggle(id);
        } else {
            return;
        }
        table.requestFocus();
        event.consume();
    }

    private void onClick(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !event.isShortcutDown()) {
            rowAt(event).ifPresent(row -> {
                model.select(row.id());
                openDetails.run();
            });
        }
    }

    private static Optional<EngineRow> rowAt(MouseEvent event) {
        for (Node at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof EngineTableRow row) {
                return row.isEmpty() ? Optional.empty() : Optional.ofNullable(row.getItem());
            }
        }
        return Optional.empty();
    }

    private void onKey(KeyEvent event) {
        if (ALL.match(event)) {
            model.selectAll();
        } else if (event.getCode() == KeyCode.ENTER && !event.isAltDown() && model.selectedRow().isPresent()) {
            openDetails.run();
        } else if (event.getCode() == KeyCode.SPACE && !typed.isUnderWay()) {
            model.selectedRow().ifPresent(row -> model.selection().toggle(row.id()));
        } else if (event.getCode() == KeyCode.ESCAPE && model.selection().size() > 1) {
            model.select(model.selectedProperty().get().orElse(null));
        } else if (event.isAltDown() || !(event.isShiftDown() || event.isShortcutDown()) || !move(event)) {
            return;
        }
        event.consume();
    }

    /** Shift takes rows along, Ctrl moves the lead and leaves the choice alone. */
    private boolean move(KeyEvent event) {
        int last = model.rows().size() - 1;
        int at = model.selectedRow().map(model.rows()::indexOf).orElse(0);
        int to = switch (event.getCode()) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            case PAGE_UP -> at - page();
            case PAGE_DOWN -> at + page();
            case HOME -> 0;
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (to == Integer.MIN_VALUE || last < 0) {
            return false;
        }
        int there = Math.clamp(to, 0, last);
        String id = model.rows().get(there).id();
        if (event.isShiftDown()) {
            model.selectThrough(id, event.isShortcutDown());
        } else {
            model.selection().lead(id);
        }
        show(there);
        return true;
    }

    private void onTyped(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        typed.add(event.getCharacter()).ifPresent(begin -> {
            int at = model.selectedRow().map(model.rows()::indexOf).orElse(-1);
            TypeAhead.find(model.rows(), begin, begin.length() == 1 ? at + 1 : Math.max(0, at)).ifPresent(row -> {
                model.select(row.id());
                show(model.rows().indexOf(row));
            });
            event.consume();
        });
    }

    private int page() {
        return flow().filter(flow -> flow.getFirstVisibleCell() != null)
                .map(flow -> Math.max(1, flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex())).orElse(1);
    }

    /** Scrolls no further than needed. */
    private void show(int index) {
        flow().ifPresentOrElse(flow -> flow.scrollTo(index), () -> table.scrollTo(index));
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable(table.lookup(".virtual-flow")).map(node -> (VirtualFlow<?>) node);
    }
}
