package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

import sh.inference.console.profile.TableLayout;
import sh.inference.console.profile.TableLayout.Showing;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.text.Messages;

/**
 * The columns of a table as the operator wants them: which, in what order, how wide. What they did not touch fits itself
 * into the room. Kept per profile under the table's name, and reset in one step. Columns that are not among the needs stay
 * in front and out of this. FX thread.
 */
public final class ColumnLayout<S> {
    private static final double STEP = 20;
    private static final double NARROWEST = 32;
    private final TableView<S> table;
    private final String name;
    private final List<ColumnFit.Need> needs;
    private final List<String> leaving;
    private final Set<String> hiddenAtFirst;
    private final TableLayouts store;
    private final Messages messages;
    private final HeadRoom heads = new HeadRoom();
    private final Map<String, Showing> showing = new HashMap<>();
    private final Map<String, Double> chosenWidths = new HashMap<>();
    private final Map<String, Double> given = new HashMap<>();
    private double room;
    private double scale = 1;
    private boolean arranging;
    private boolean touched;

    /**
     * @param name          of the table: the layout is kept under it, and {@code name.column.ID} are the words of its columns
     * @param needs         the columns in the order they come in, by their ids
     * @param leaving       the spare ones among them; the last leaves first when room is short
     * @param hiddenAtFirst those that are not shown until the operator wants them
     */
    public ColumnLayout(TableView<S> table, String name, List<ColumnFit.Need> needs, List<String> leaving, Set<String> hiddenAtFirst, TableLayouts store, Messages messages) {
        this.table = table;
        this.name = name;
        this.needs = List.copyOf(needs);
        this.leaving = List.copyOf(leaving);
        this.hiddenAtFirst = Set.copyOf(hiddenAtFirst);
        this.store = store;
        this.messages = messages;
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        ContextMenu menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(event -> menu.getItems().setAll(menu()));
        for (TableColumn<S, ?> column : own()) {
            column.setReorderable(true);
            column.setMinWidth(NARROWEST);
            column.setContextMenu(menu);
            column.widthProperty().subscribe(width -> onWidth(column.getId(), width.doubleValue()));
        }
        store.find(name).ifPresent(this::take);
        table.getColumns().addListener((ListChangeListener<TableColumn<S, ?>>) change -> onOrder());
        // A drag ends with the button: until then nothing is written.
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> keep());
    }

    /** Makes the columns fit into a width; {@code scale} tells how much larger text is than usual. */
    public void fit(double room, double scale) {
        this.room = room;
        this.scale = scale;
        List<ColumnFit.Need> wanted = new ArrayList<>();
        for (TableColumn<S, ?> column : own()) {
            ColumnFit.Need need = heads.with(column, need(column.getId()));
            Showing show = showing(column.getId());
            if (show != Showing.NEVER) {
                Double width = chosenWidths.get(column.getId());
                wanted.add(width != null ? need.fixed(width) : show == Showing.ALWAYS ? need.wanted() : need);
            }
        }
        Map<String, Double> widths = ColumnFit.fit(wanted, room / scale, leaving);
        arranging = true;
        try {
            for (TableColumn<S, ?> column : own()) {
                Double width = widths.get(column.getId());
                column.setVisible(width != null);
                if (width != null) {
                    given.put(column.getId(), Math.floor(width * scale));
                    column.setPrefWidth(Math.floor(width * scale));
                }
            }
        } finally {
            arranging = false;
        }
    }

    /** Which columns there are, their order and widths, and the way back. */
    public List<MenuItem> menu() {
        List<MenuItem> items = new ArrayList<>();
        Menu arrange = new Menu(messages.of("columns.arrange"));
        arrange.setId(name + "-columns-arrange");
        for (TableColumn<S, ?> column : own()) {
            CheckMenuItem item = new CheckMenuItem(word(column.getId()));
            item.setId(name + "-columns-" + column.getId());
            item.setSelected(column.isVisible());
            item.setDisable(column.isVisible() && own().stream().filter(TableColumn::isVisible).count() == 1);
            item.setOnAction(event -> show(column.getId(), item.isSelected()));
            items.add(item);
            if (column.isVisible()) {
                arrange.getItems().add(arrangement(column));
            }
        }
        MenuItem reset = new MenuItem(messages.of("columns.reset"));
        reset.setId(name + "-columns-reset");
        reset.setDisable(isAsItComes());
        reset.setOnAction(event -> reset());
        items.addAll(List.of(new SeparatorMenuItem(), arrange, reset));
        return items;
    }

    private Menu arrangement(TableColumn<S, ?> column) {
        Menu menu = new Menu(word(column.getId()));
        menu.getItems().addAll(step("left", () -> move(column, -1)), step("right", () -> move(column, 1)),
                step("wider", () -> resize(column, STEP)), step("narrower", () -> resize(column, -STEP)));
        return menu;
    }

    private MenuItem step(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.of("columns." + key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Shows a column, or takes it away. */
    public void show(String id, boolean shown) {
        showing.put(id, shown ? Showing.ALWAYS : Showing.NEVER);
        touched = true;
        refit();
    }

    /** Back to the columns as they come. */
    public void reset() {
        showing.clear();
        chosenWidths.clear();
        touched = false;
        store.reset(name);
        order(needs.stream().map(ColumnFit.Need::id).toList());
        fit(room, scale);
    }

    public boolean isAsItComes() {
        return store.find(name).isEmpty() && !touched;
    }

    private void move(TableColumn<S, ?> column, int by) {
        List<String> ids = new ArrayList<>(own().stream().map(TableColumn::getId).toList());
        int at = ids.indexOf(column.getId());
        int to = at + by;
        while (to > 0 && to < ids.size() - 1 && !find(ids.get(to)).map(TableColumn::isVisible).orElse(false)) {
            to += by;
        }
        if (to >= 0 && to < ids.size()) {
            ids.add(to, ids.remove(at));
            order(ids);
            touched = true;
            refit();
        }
    }

    private void resize(TableColumn<S, ?> column, double by) {
        chosenWidths.put(column.getId(), Math.max(NARROWEST, column.getWidth() / scale + by));
        touched = true;
        refit();
    }

    private void refit() {
        fit(room, scale);
        keep();
    }

    /** A width that was not given by {@link #fit} was dragged. */
    private void onWidth(String id, double width) {
        Double fitted = given.get(id);
        if (!arranging && fitted != null && Math.abs(fitted - width) > 1) {
            given.put(id, width);
            chosenWidths.put(id, width / scale);
            touched = true;
        }
    }

    private void onOrder() {
        touched |= !arranging;
    }

    private void keep() {
        if (touched) {
            touched = false;
            store.put(name, new TableLayout(own().stream().map(column -> new TableLayout.Column(column.getId(), showing(column.getId()),
                    Math.round(chosenWidths.getOrDefault(column.getId(), 0.0)))).toList()));
        }
    }

    private void take(TableLayout layout) {
        Set<String> known = new HashSet<>(needs.stream().map(ColumnFit.Need::id).toList());
        List<String> ids = new ArrayList<>();
        for (TableLayout.Column column : layout.columns()) {
            // A column of an earlier or a later release is passed over.
            if (known.remove(column.id())) {
                ids.add(column.id());
                showing.put(column.id(), column.showing());
                if (column.width() > 0) {
                    chosenWidths.put(column.id(), Math.max(NARROWEST, column.width()));
                }
            }
        }
        needs.stream().map(ColumnFit.Need::id).filter(known::contains).forEach(ids::add);
        order(ids);
    }

    private void order(List<String> ids) {
        arranging = true;
        try {
            List<TableColumn<S, ?>> columns = new ArrayList<>(table.getColumns().stream().filter(column -> !isOwn(column)).toList());
            ids.forEach(id -> find(id).ifPresent(columns::add));
            if (!columns.equals(table.getColumns())) {
                List<TableColumn<S, ?>> sorted = List.copyOf(table.getSortOrder());
                table.getColumns().setAll(columns);
                table.getSortOrder().setAll(sorted);
            }
        } finally {
            arranging = false;
        }
    }

    private Showing showing(String id) {
        return showing.getOrDefault(id, hiddenAtFirst.contains(id) ? Showing.NEVER : Showing.BY_ROOM);
    }

    private ColumnFit.Need need(String id) {
        return needs.stream().filter(need -> need.id().equals(id)).findFirst().orElseThrow();
    }

    private String word(String id) {
        return messages.of(name + ".column." + id);
    }

    private boolean isOwn(TableColumn<S, ?> column) {
        return needs.stream().anyMatch(need -> need.id().equals(column.getId()));
    }

    private List<TableColumn<S, ?>> own() {
        return table.getColumns().stream().filter(this::isOwn).toList();
    }

    private Optional<TableColumn<S, ?>> find(String id) {
        return own().stream().filter(column -> column.getId().equals(id)).findFirst();
    }
}
