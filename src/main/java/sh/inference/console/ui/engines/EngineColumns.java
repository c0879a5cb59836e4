package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import sh.inference.console.profile.SavedView;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetHistory.Figure;
import sh.inference.console.ui.common.ColumnFit;
import sh.inference.console.ui.common.ColumnLayout;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Releases;

/** The columns of the grid: what they show and how wide they are. */
final class EngineColumns {
    private static final String NAME = "engines";
    private static final List<ColumnFit.Need> NEEDS = List.of(
            need("status", 122, 122, 0, 160), need("name", 99, 184, 3, 260), need("gpu", 77, 104, 1, 140), spare("kind", 46, 52, 0, 60),
            need("workers", 88, 104, 1, 150), spare("busy-trend", 60, 90, 1, 160), need("vram", 71, 124, 0, 130), spare("vram-trend", 60, 90, 1, 160),
            need("temperature", 31, 36, 0, 48), need("version", 104, 106, 1, 130), spare("apps", 90, 120, 6, 420), spare("disk", 80, 124, 0, 140),
            spare("where", 70, 110, 1, 200), need("ends", 101, 104, 1, 130), need("price", 42, 52, 1, 70), spare("feed", 70, 110, 0, 140), need("seen", 57, 60, 1, 80));
    /** What leaves first when room is short is last here. */
    private static final List<String> LEAVING = List.of("kind", "apps", "disk", "busy-trend", "vram-trend", "where", "feed");
    private static final Set<String> HIDDEN = Set.of("where", "feed");
    /** Below this width the cells are set in the smaller type. */
    private static final double TIGHT = 900;
    /** How much smaller that type is: see {@code :tight} in the style sheet. */
    private static final double TIGHT_TYPE = 0.923;
    private static final double GROUP = 150;
    private final EnginesViewModel model;
    private final EngineWords words;
    private final EngineCells cells;
    private final List<TableColumn<EngineRow, EngineEntry>> all = new ArrayList<>();
    private final TableColumn<EngineRow, EngineEntry> group;
    private ColumnLayout<EngineRow> layout;

    EngineColumns(EnginesViewModel model, EngineCells cells) {
        this.model = model;
        this.words = model.words();
        this.cells = cells;
        group = add("group", () -> cells.group(model.arrangement()::begun));
        group.setSortable(false);
        group.setVisible(false);
        group.setPrefWidth(GROUP);
        add("status", cells::status);
        add("name", cells::name);
        add("gpu", () -> cells.text(words::gpu));
        add("kind", () -> cells.text(words::kind));
        add("workers", cells::workers);
        add("busy-trend", () -> cells.trend(model.history(), Figure.BUSY)).setSortable(false);
        add("vram", cells::vram);
        add("vram-trend", () -> cells.trend(model.history(), Figure.VRAM)).setSortable(false);
        add("temperature", cells::temperature).getStyleClass().add("number");
        add("version", this::version);
        add("apps", cells::apps);
        add("disk", cells::disk);
        add("where", () -> cells.text(words::where));
        add("ends", cells::ends).getStyleClass().add("number");
        add("price", () -> cells.text(words::price)).getStyleClass().add("number");
        add("feed", () -> cells.entryText(words::feed));
        add("seen", cells::seen).getStyleClass().add("number");
    }

    /** Puts the columns into the table, as the operator arranged them. */
    ColumnLayout<EngineRow> addTo(TableView<EngineRow> table, TableLayouts layouts) {
        table.getColumns().setAll(all);
        table.getSortOrder().setAll(List.of(find("name")));
        layout = new ColumnLayout<>(table, NAME, NEEDS, LEAVING, HIDDEN, layouts, words.messages());
        model.arrangement().groupProperty().subscribe(facet -> {
            group.setVisible(facet.isPresent());
            facet.ifPresent(by -> group.setText(words.messages().of("engines.facet." + by.key())));
        });
        return layout;
    }

    /** The order that the table's heads ask for. */
    static List<SavedView.Level> order(TableView<EngineRow> table) {
        return table.getSortOrder().stream().map(column -> new SavedView.Level(column.getId(), column.getSortType() == TableColumn.SortType.DESCENDING)).toList();
    }

    /** Lets the heads show an order that was not asked for there. */
    void showOrder(TableView<EngineRow> table, List<SavedView.Level> order) {
        if (!order.equals(order(table))) {
            List<TableColumn<EngineRow, ?>> columns = new ArrayList<>();
            for (SavedView.Level level : order) {
                all.stream().filter(column -> column.getId().equals(level.column()) && column.isSortable()).findFirst().ifPresent(column -> {
                    column.setSortType(level.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                    columns.add(column);
                });
            }
            table.getSortOrder().setAll(columns);
        }
    }

    /**
     * Shows the columns that fit into a width and makes them as wide as it allows.
     *
     * @param scale how much larger text is than usual
     * @return whether the cells are to be set in the smaller type, for which the widths were chosen
     */
    boolean fit(double room, double scale) {
        boolean tight = room / scale < TIGHT;
        find("workers").setText(words.messages().of(tight ? "engines.column.workers.short" : "engines.column.workers"));
        layout.fit(room - (group.isVisible() ? group.getWidth() : 0), tight ? scale * TIGHT_TYPE : scale);
        return tight;
    }

    private TableColumn<EngineRow, EngineEntry> find(String id) {
        return all.stream().filter(column -> column.getId().equals(id)).findFirst().orElseThrow();
    }

    private EntryCell version() {
        return cells.version(engine -> model.releases().of(engine.version()) == Releases.Verdict.OUTDATED,
                engine -> words.messages().of("engines.behind", engine.version(), model.releases().newestProperty().get()));
    }

    private static ColumnFit.Need need(String id, double least, double width, int growth, double most) {
        return new ColumnFit.Need(id, least, width, growth, most, false);
    }

    private static ColumnFit.Need spare(String id, double least, double width, int growth, double most) {
        return new ColumnFit.Need(id, least, width, growth, most, true);
    }

    private TableColumn<EngineRow, EngineEntry> add(String id, Supplier<? extends TableCell<EngineRow, EngineEntry>> cell) {
        TableColumn<EngineRow, EngineEntry> column = new TableColumn<>(words.messages().of("engines.column." + id));
        column.setId(id);
        column.setCellValueFactory(row -> row.getValue().entryProperty());
        column.setCellFactory(ignored -> cell.get());
        column.setReorderable(false);
        all.add(column);
        return column;
    }
}
