package sh.inference.console.ui.common;

import java.util.List;
import java.util.Map;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns that fit themselves into the room there is, whatever the size of text; none is kept or chosen. FX thread. */
public final class FittedColumns {
    private static final double SCROLL_BAR = 14;
    /** The size of hints where nobody has made text larger. */
    private static final double USUAL_HINT = 11;

    private FittedColumns() {
    }

    /**
     * Fits the columns of a table from now on.
     *
     * @param needs   of the columns by their ids
     * @param leaving the spare ones; the last leaves first when room is short
     * @param hint    any hint on the page: the columns grow with its font
     */
    public static <S> void keep(TableView<S> table, List<ColumnFit.Need> needs, List<String> leaving, Labeled hint) {
        HeadRoom heads = new HeadRoom();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        Runnable fit = () -> fit(table, needs, leaving, heads, hint.getFont().getSize() / USUAL_HINT);
        table.widthProperty().subscribe(width -> fit.run());
        hint.fontProperty().subscribe(font -> fit.run());
    }

    private static <S> void fit(TableView<S> table, List<ColumnFit.Need> needs, List<String> leaving, HeadRoom heads, double scale) {
        List<ColumnFit.Need> wanted = needs.stream().map(need -> heads.with(column(table, need.id()), need)).toList();
        Map<String, Double> widths = ColumnFit.fit(wanted, (table.getWidth() - SCROLL_BAR) / scale, leaving);
        for (ColumnFit.Need need : needs) {
            TableColumn<S, ?> column = column(table, need.id());
            column.setVisible(widths.containsKey(need.id()));
            column.setPrefWidth(Math.floor(widths.getOrDefault(need.id(), need.width()) * scale));
        }
    }

    private static <S> TableColumn<S, ?> column(TableView<S> table, String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }
}
