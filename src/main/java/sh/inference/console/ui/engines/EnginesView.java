package sh.inference.console.ui.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.EngineCall;
import sh.inference.console.profile.SavedView;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Freshness;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ColumnLayout;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Placeholder;
import sh.inference.console.ui.common.SeenList;
import sh.inference.console.ui.common.SteadyTableSkin;
import sh.inference.console.ui.common.VerbMenu;

/** The grid: counts and filter above, the table of engines below. */
public final class EnginesView {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final double SCROLL_BAR = 12;
    /** The size of a hint at the usual size of text. */
    private static final double USUAL_HINT = 11;
    /** After a key the rows stand still for as long as somebody may need for the next one. */
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(3);
    private final EnginesViewModel model;
    private final Messages messages;
    private final Runnable readNow;
    private final Runnable openDetails;
    private final EngineCells cells;
    private final EngineColumns columns;
    private final GridViews views;
    private final TableLayouts layouts;
    private Supplier<List<MenuItem>> many = List::of;
    private Instant lastKey = Instant.EPOCH;
    private SeenList seen;
    private final Set<EngineTableRow> rowsInUse = Collections.newSetFromMap(new WeakHashMap<>());
    @FXML
    private VBox root;
    @FXML
    private FlowPane chips;
    @FXML
    private HBox attention;
    @FXML
    private HBox filterMarks;
    @FXML
    private TextField filter;
    @FXML
    private HBox filterMenus;
    @FXML
    private HBox viewName;
    @FXML
    private HBox viewProblem;
    @FXML
    private HBox gridMenus;
    private GridMenus menus;
    private ColumnLayout<EngineRow> layout;
    @FXML
    private Button clear;
    @FXML
    private Label loaded;
    @FXML
    private Label selectedCount;
    @FXML
    private ToggleButton keepSorted;
    @FXML
    private TableView<EngineRow> table;
    @FXML
    private StackPane instead;

    /**
     * @param views       what the operator saved to look at
     * @param layouts     how they arranged the columns
     * @param readNow     reads the fleet at once
     * @param openDetails shows the details of the chosen engine beside the grid
     */
    public EnginesView(EnginesViewModel model, GridViews views, TableLayouts layouts, Runnable readNow, Runnable openDetails) {
        this.model = model;
        this.views = views;
        this.layouts = layouts;
        this.messages = model.words().messages();
        this.readNow = readNow;
        this.openDetails = openDetails;
        this.cells = new EngineCells(model.words(), model.ticker());
        this.columns = new EngineColumns(model, cells);
    }

    /** Puts the cursor into the filter. */
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** The columns as they come. */
    public void resetColumns() {
        layout.reset();
    }

    /** Asks for the name under which what is shown is kept. */
    public void saveView() {
        menus.askForName();
    }

    public void focusTable() {
        table.requestFocus();
    }

    @FXML
    private void initialize() {
        new EngineSummary(model, chips, attention, this::reveal);
        buildFilter();
        buildTable();
        model.stateProperty().subscribe(this::showState);
        model.connectionProperty().subscribe(this::showFreshness);
        model.ticker().nowProperty().subscribe(now -> tick());
        model.words().apps().changesProperty().subscribe(n -> table.refresh());
    }

    private void showFreshness(Connection now) {
        root.pseudoClassStateChanged(STALE, !now.freshness().isLive() && !(now.freshness() instanceof Freshness.CatchingUp));
        // Counts are of all rows, and so are as old as the oldest of them.
        chips.pseudoClassStateChanged(STALE, now.freshness().isDoubted(Instant.MIN));
        rowsInUse.forEach(EngineTableRow::mark);
    }

    private void buildFilter() {
        Label key = new Label(messages.of("engines.filter.key"));
        key.getStyleClass().add("key-cap");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        filterMarks.getChildren().addAll(Icons.of(Icons.FILTER), gap, key);
        key.visibleProperty().bind(filter.focusedProperty().not().and(filter.textProperty().isEmpty()));
        filter.textProperty().subscribe(text -> {
            model.setFilterText(text);
            showClear();
        });
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::onFilterKey);
        clear.setOnAction(event -> clearFilter());
        new FilterMenus(model, filterMenus, this::showClear);
        loaded.textProperty().bind(model.loadedProperty());
        loaded.managedProperty().bind(loaded.textProperty().isNotEmpty());
        keepSorted.selectedProperty().bindBidirectional(model.keepSortedProperty());
        selectedCount.textProperty().bind(model.selectionTextProperty());
        selectedCount.managedProperty().bind(selectedCount.textProperty().isNotEmpty());
        showClear();
    }

    private void onFilterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            clearFilter();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    private void clearFilter() {
        filter.clear();
        model.clearFilter();
        showClear();
    }

    private void showClear() {
        boolean filtered = !filter.getText().isEmpty() || !model.filterProperty().get().isAll();
        clear.setVisible(filtered);
        clear.setManaged(filtered);
    }

    private void buildTable() {
        table.setSkin(new SteadyTableSkin<>(table));
        layout = columns.addTo(table, layouts);
        menus = new GridMenus(model, views, layout, viewName, viewProblem);
        gridMenus.getChildren().setAll(menus.buttons());
        table.setSortPolicy(sorted -> {
            model.arrangement().sortBy(EngineColumns.order(sorted));
            return true;
        });
        model.arrangement().orderProperty().subscribe(order -> columns.showOrder(table, order));
        model.arrangement().groupProperty().subscribe(facet -> {
            fitColumns();
            cells.tick();
        });
        model.filterProperty().subscribe(now -> {
            if (!now.text().equals(filter.getText())) {
                filter.setText(now.text());
            }
        });
        List<SavedView.Level> order = model.arrangement().orderProperty().get();
        table.setItems(model.rows());
        // With another list a table forgets what it is sorted by.
        model.arrangement().sortBy(order);
        table.setRowFactory(ignored -> {
            EngineTableRow row = new EngineTableRow(model);
            rowsInUse.add(row);
            return row;
        });
        table.setPlaceholder(new Region());
        table.widthProperty().subscribe(width -> fitColumns());
        loaded.fontProperty().subscribe(font -> fitColumns());
        seen = new SeenList(() -> model.selectedRow().map(row -> new SeenList.Row(model.copyText(), Optional.of(EngineCall.get(row.id())))))
                .filteredBy(() -> model.filterProperty().get().inWords(model.facets())).withVerbs(this::verbs);
        seen.offeredBy(table);
        new GridKeys(model, table, openDetails).install();
        model.selectedIdsProperty().subscribe(now -> rowsInUse.forEach(EngineTableRow::choose));
        table.hoverProperty().subscribe(hovered -> handsOn());
        seen.menuOpenProperty().subscribe(open -> handsOn());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            lastKey = model.ticker().now();
            handsOn();
        });
    }

    /** Rows that an operator points at, has a menu of, or walks through by keys do not move away below the hand. */
    private void handsOn() {
        boolean keys = Duration.between(lastKey, model.ticker().now()).compareTo(BETWEEN_KEYS) < 0;
        model.setHandsOn(table.isHover() || seen.menuOpenProperty().get() || keys);
    }

    private void fitColumns() {
        double scale = Math.round(100 * loaded.getFont().getSize() / USUAL_HINT) / 100.0;
        table.pseudoClassStateChanged(TIGHT, columns.fit(table.getWidth() - SCROLL_BAR, scale));
    }

    /** Chooses an engine, scrolls to it and opens its details; a filter that hides it is cleared. */
    public void reveal(String id) {
        model.select(id);
        if (model.selectedRow().filter(model.rows()::contains).isEmpty()) {
            clearFilter();
        }
        model.selectedRow().ifPresent(row -> table.scrollTo(row));
        openDetails.run();
    }

    /** @param items what the menu holds while more than one engine is chosen; asked when it opens */
    public void offerForMany(Supplier<List<MenuItem>> items) {
        many = items;
    }

    private List<MenuItem> verbs() {
        if (model.selectedIdsProperty().get().size() > 1) {
            return many.get();
        }
        return model.selectedRow().map(row -> VerbMenu.items(EngineVerbs.ALL, "engines-menu", messages, verb -> model.whyNot(verb, row), verb -> model.request(verb, row)))
                .orElse(List.of());
    }

    private void tick() {
        cells.tick();
        handsOn();
        List<String> onScreen = new ArrayList<>();
        for (EngineTableRow row : rowsInUse) {
            row.mark();
            if (row.isVisible() && row.getItem() != null && !row.isEmpty() && row.getParent() != null && table.getScene() != null) {
                onScreen.add(row.getItem().id());
            }
        }
        model.setOnScreen(onScreen);
    }

    private void showState(GridState state) {
        showClear();
        boolean rows = state instanceof GridState.Rows;
        table.setVisible(rows);
        instead.setVisible(!rows);
        instead.getChildren().clear();
        switch (state) {
            case GridState.Rows shown -> { }
            case GridState.Loading loading -> instead.getChildren().add(Placeholder.sentence(messages.of("engines.loading")));
            case GridState.Empty empty -> instead.getChildren().add(Placeholder.sentence(messages.of("engines.empty"), messages.of("engines.read-now"), readNow));
            case GridState.NoMatch none -> instead.getChildren().add(
                    Placeholder.sentence(messages.of("engines.no-match"), messages.of("engines.filter.clear"), this::clearFilter));
            case GridState.Failed failed -> instead.getChildren().add(Placeholder.problem(failed.problem(), messages, readNow));
        }
    }
}
