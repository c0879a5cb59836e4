package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import sh.inference.console.state.EngineEntry;
import sh.inference.console.ui.common.EngineWords;

/** The columns of the grid: what they show, how they sort, how wide they are. */
final class EngineColumns {
    private static final List<ColumnFit.Need> NEEDS = List.of(
            need("status", 122, 122, 0, 160), need("name", 104, 184, 3, 260), need("gpu", 78, 104, 1, 140), need("workers", 92, 104, 1, 150),
            need("vram", 72, 124, 0, 130), need("temperature", 32, 36, 0, 48), need("version", 106, 106, 1, 130), new ColumnFit.Need("apps", 90, 120, 6, 420, true),
            new ColumnFit.Need("kind", 46, 52, 0, 60, true), need("ends", 97, 104, 1, 130), need("price", 43, 52, 1, 70), need("seen", 58, 60, 1, 80));
    /** Below this width the cells are set in the smaller type. */
    private static final double TIGHT = 900;
    /** How much smaller that type is: see {@code :tight} in the style sheet. */
    private static final double TIGHT_TYPE = 0.923;
    private final EnginesViewModel model;
    private final EngineWords words;
    private final EngineCells cells;
    private final RowKeys keys;
    private final List<TableColumn<EngineRow, EngineEntry>> all = new ArrayList<>();

    EngineColumns(EnginesViewModel model, EngineCells cells) {
        this.model = model;
        this.words = model.words();
        this.cells = cells;
        this.keys = new RowKeys(words);
        add("status", cells::status);
        add("name", cells::name);
        add("gpu", () -> cells.text(words::gpu));
        add("kind", () -> cells.text(words::kind));
        add("workers", cells::workers);
        add("vram", cells::vram);
        add("temperature", cells::temperature).getStyleClass().add("number");
        add("version", this::version);
        add("apps", cells::apps);
        add("ends", cells::ends).getStyleClass().add("number");
        add("price", () -> cells.text(words::price)).getStyleClass().add("number");
        add("seen", cells::seen).getStyleClass().add("number");
    }

    void addTo(TableView<EngineRow> table) {
        table.getColumns().setAll(all);
        table.getSortOrder().setAll(List.of(all.get(1)));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    }

    /** The order that the table's heads ask for. */
    RowOrder order(TableView<EngineRow> table) {
        return new RowOrder(table.getSortOrder().stream()
                .map(column -> new RowOrder.Level(keys.of(column.getId()), column.getSortType() == TableColumn.SortType.DESCENDING)).toList());
    }

    /** Whether a width asks for the smaller type. */
    static boolean isTight(double room) {
        return room < TIGHT;
    }

    /** Shows the columns that fit into a width and makes them as wide as it allows; {@code scale} tells how much larger text is than usual. */
    void fit(double room, double scale) {
        boolean tight = isTight(room / scale);
        double type = tight ? scale * TIGHT_TYPE : scale;
        Map<String, Double> widths = ColumnFit.fit(NEEDS, room / type);
        all.get(4).setText(words.messages().of(tight ? "engines.column.workers.short" : "engines.column.workers"));
        for (TableColumn<EngineRow, EngineEntry> column : all) {
            Double width = widths.get(column.getId());
            column.setVisible(width != null);
            if (width != null) {
                column.setPrefWidth(Math.floor(width * type));
            }
        }
    }

    private EntryCell version() {
        return cells.version(engine -> model.releases().of(engine.version()) == Releases.Verdict.OUTDATED,
                engine -> words.messages().of("engines.behind", engine.version(), model.releases().newestProperty().get()));
    }

    private static ColumnFit.Need need(String id, double least, double width, int growth, double most) {
        return new ColumnFit.Need(id, least, width, growth, most, false);
    }

    private TableColumn<EngineRow, EngineEntry> add(String id, Supplier<? extends TableCell<EngineRow, EngineEntry>> cell) {
        TableColumn<EngineRow, EngineEntry> column = new TableColumn<>(words.messages().of("engines.column." + id));
        column.setId(id);
        column.setCellValueFactory(row -> row.getValue().entryProperty());
        column.setCellFactory(ignored -> cell.get());
        column.setMinWidth(32);
        column.setReorderable(false);
        all.add(column);
        return column;
    }
}
