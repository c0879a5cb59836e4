package sh.inference.console.ui.confirm;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanChange;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.IdText;

/** Draws the parts of a plan: rows in a frame, lines of words, and the sums of an extension. */
final class PlanPane {
    /** The share of a row that its mark takes, of a hundred. */
    private static final double MARK = 5;
    /** So many rows are shown whole. */
    private static final int WHOLE = 7;
    private final Messages words;
    private List<PlanSection> drawn = List.of();
    private PlanChange change = PlanChange.NONE;

    PlanPane(Messages words) {
        this.words = words;
    }

    /** Draws the sections of a plan into a box, unless they stand there already; what is new in them is marked. */
    void draw(OperationPlan plan, PlanChange marked, VBox into) {
        if (!plan.sections().equals(drawn) || marked != change) {
            drawn = plan.sections();
            change = marked;
            put(plan.sections().stream().map(section -> plan.verb() == Verb.EXTEND ? sums(section) : section(section)).toList(), into);
        }
    }

    /** Draws sections that stand by themselves. */
    void draw(List<PlanSection> sections, VBox into) {
        if (!sections.equals(drawn)) {
            drawn = sections;
            put(sections.stream().map(this::section).toList(), into);
        }
    }

    /** A list that somebody scrolls stays where it was scrolled to, and keeps the focus. */
    private static void put(List<Node> parts, VBox into) {
        ScrollPane before = (ScrollPane) into.lookup(".confirm-scroll");
        boolean focused = before != null && before.isFocused();
        into.getChildren().setAll(parts);
        if (before != null && into.lookup(".confirm-scroll") instanceof ScrollPane now) {
            now.setVvalue(before.getVvalue());
            if (focused) {
                now.requestFocus();
            }
        }
    }

    private Node section(PlanSection section) {
        VBox part = new VBox(heading(section));
        part.getStyleClass().add("confirm-part");
        boolean lines = section.rows().stream().allMatch(row -> row.mark() == PlanSection.Mark.NONE && row.cells().size() == 1);
        if (!section.rows().isEmpty()) {
            VBox rows = new VBox();
            rows.getStyleClass().add(lines ? "confirm-lines" : "confirm-box");
            section.rows().forEach(row -> rows.getChildren().add(marked(section, row, lines ? line(row) : row(row))));
            rows.getChildren().getLast().getStyleClass().add("last-row");
            part.getChildren().add(section.rows().size() > WHOLE ? scrolled(rows, section) : rows);
        }
        return part;
    }

    /** A long list keeps its place and is scrolled, so that what is asked below it stays in sight. */
    private Node scrolled(VBox rows, PlanSection section) {
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of(section.heading()));
        rows.getStyleClass().remove("confirm-box");
        scroll.getStyleClass().addAll("confirm-box", "confirm-scroll");
        return scroll;
    }

    private Node marked(PlanSection section, PlanSection.Row row, Node drawnRow) {
        if (change.isNew(section, row)) {
            drawnRow.getStyleClass().add("changed");
        }
        return drawnRow;
    }

    private Node heading(PlanSection section) {
        Label title = label(words.of(section.heading()), "section-title");
        Label remark = label(words.of(section.remark()), "hint");
        remark.getStyleClass().add("subtle");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(12, title, gap, remark);
    }

    private Node line(PlanSection.Row row) {
        IdText text = new IdText(words.of(row.cells().getFirst()));
        text.getStyleClass().add("muted");
        return text;
    }

    private Node row(PlanSection.Row row) {
        boolean marked = row.mark() != PlanSection.Mark.NONE;
        int count = row.cells().size();
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("confirm-row", Marks.styleClass(row.mark()));
        double[] widths = widths(count, marked);
        if (marked) {
            column(grid, MARK, false);
            grid.add(Marks.of(row.mark(), words), 0, 0);
        }
        for (int i = 0; i < count; i++) {
            boolean right = i == count - 1 && (count == 4 || count == 3 && marked);
            column(grid, marked ? widths[i] * (100 - MARK) / 100 : widths[i], right);
            IdText text = new IdText(words.of(row.cells().get(i)));
            text.getStyleClass().add(tone(i, row));
            text.setTextAlignment(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
            grid.add(text, marked ? i + 1 : i, 0);
        }
        return grid;
    }

    private static void column(GridPane grid, double percent, boolean right) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHalignment(right ? HPos.RIGHT : HPos.LEFT);
        grid.getColumnConstraints().add(column);
    }

    /** The object is said in full ink, what is only context in a quieter one. */
    private static String tone(int column, PlanSection.Row row) {
        if (row.mark() != PlanSection.Mark.NONE) {
            return column == 0 && row.cells().size() > 1 ? "medium" : row.mark() == PlanSection.Mark.GOOD && column == 1 ? "muted" : "plain";
        }
        return column == 0 || column == row.cells().size() - 1 ? "muted" : "plain";
    }

    private static double[] widths(int count, boolean marked) {
        return switch (count) {
            case 4 -> new double[] {13, 38, 36, 13};
            case 3 -> marked ? new double[] {24, 60, 16} : new double[] {14, 19, 67};
            case 2 -> new double[] {34, 66};
            default -> even(count);
        };
    }

    private static double[] even(int count) {
        double[] widths = new double[count];
        java.util.Arrays.fill(widths, 100.0 / count);
        return widths;
    }

    /** Now beside after; or a sum with its result in large figures. */
    private Node sums(PlanSection section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("confirm-sums");
        for (double width : new double[] {24, 38, 38}) {
            column(grid, width, false);
        }
        if (section.rows().stream().anyMatch(row -> row.cells().size() == 2)) {
            cost(section, grid);
            return grid;
        }
        grid.add(label(words.of("confirm.now"), "section-title"), 1, 0);
        grid.add(label(words.of("confirm.after"), "section-title"), 2, 0);
        int line = 1;
        for (PlanSection.Row row : section.rows()) {
            List<Text> cells = row.cells();
            Node head = marked(section, row, label(words.of(cells.get(0)), "subtle"));
            grid.addRow(line++, head, label(words.of(cells.get(1)), "plain"), label(words.of(cells.get(2)), line == 2 ? "semibold" : "plain"));
        }
        String remark = words.of(section.remark());
        if (!remark.isEmpty()) {
            Label hint = label(remark, "hint");
            hint.getStyleClass().add("subtle");
            grid.add(hint, 1, line, 2, 1);
        }
        return grid;
    }

    private void cost(PlanSection section, GridPane grid) {
        List<Text> cells = new ArrayList<>(section.rows().getFirst().cells());
        grid.getStyleClass().add("confirm-cost");
        Label sum = label(words.of(cells.get(1)), "object-title");
        sum.setId("confirm-cost");
        Label fee = label(words.of(section.remark()), "hint");
        fee.getStyleClass().add("subtle");
        VBox result = new VBox(sum, fee);
        result.getStyleClass().add("confirm-result");
        grid.addRow(0, label(words.of(section.heading()), "subtle"), label(words.of(cells.get(0)), "muted"), result);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
