package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.Comparator;
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
            new ColumnFit.Need("status", 122, 0, 0, 160), new ColumnFit.Need("name", 168, 0, 3, 260), new ColumnFit.Need("gpu", 92, 6, 1, 140),
            new ColumnFit.Need("kind", 52, 8, 0, 60), new ColumnFit.Need("workers", 92, 0, 1, 160), new ColumnFit.Need("vram", 120, 3, 0, 120),
            new ColumnFit.Need("temperature", 36, 5, 0, 48), new ColumnFit.Need("version", 92, 2, 1, 130), new ColumnFit.Need("apps", 100, 9, 6, 420),
            new ColumnFit.Need("ends", 92, 0, 1, 130), new ColumnFit.Need("price", 48, 4, 1, 70), new ColumnFit.Need("seen", 54, 1, 1, 80));
    private final EnginesViewModel model;
    private final EngineWords words;
    private final EngineCells cells;
    private final List<TableColumn<EngineRow, EngineEntry>> all = new ArrayList<>();

    EngineColumns(EnginesViewModel model, EngineCells cells) {
        this.model = model;
        this.words = model.words();
        this.cells = cells;
        add("status", RowOrder.STATUS, cells::status);
        add("name", RowOrder.NAME, cells::name);
        add("gpu", RowOrder.words(words::gpu), () -> cells.text(words::gpu));
        add("kind", RowOrder.KIND, () -> cells.text(words::kind));
        add("workers", RowOrder.WORKERS, cells::workers);
        add("vram", RowOrder.VRAM, cells::vram);
        add("temperature", RowOrder.TEMPERATURE, cells::temperature).getStyleClass().add("number");
        add("version", RowOrder.VERSION, this::version);
        add("apps", RowOrder.words(engine -> String.join(", ", words.loadedApps(engine))), cells::apps);
        add("ends", RowOrder.ENDS, cells::ends).getStyleClass().add("number");
        add("price", RowOrder.PRICE, () -> cells.text(words::price)).getStyleClass().add("number");
        add("seen", RowOrder.SEEN, cells::seen).getStyleClass().add("number");
    }

    void addTo(TableView<EngineRow> table) {
        table.getColumns().setAll(all);
        table.getSortOrder().setAll(List.of(all.get(1)));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    }

    /** Shows the columns that fit into a width and makes them as wide as it allows. */
    void fit(double room) {
        Map<String, Double> widths = ColumnFit.fit(NEEDS, room);
        for (TableColumn<EngineRow, EngineEntry> column : all) {
            Double width = widths.get(column.getId());
            column.setVisible(width != null);
            if (width != null) {
                column.setPrefWidth(width);
            }
        }
    }

    private EntryCell version() {
        return cells.version(engine -> Versions.isOlder(engine.version(), model.newestVersionProperty().get()),
                engine -> words.messages().of("engines.behind", engine.version(), model.newestVersionProperty().get()));
    }

    private TableColumn<EngineRow, EngineEntry> add(String id, Comparator<EngineEntry> order, Supplier<? extends TableCell<EngineRow, EngineEntry>> cell) {
        TableColumn<EngineRow, EngineEntry> column = new TableColumn<>(words.messages().of("engines.column." + id));
        column.setId(id);
        column.setCellValueFactory(row -> row.getValue().entryProperty());
        column.setCellFactory(ignored -> cell.get());
        column.setComparator(order);
        column.setMinWidth(32);
        column.setReorderable(false);
        all.add(column);
        return column;
    }
}
