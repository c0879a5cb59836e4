package sh.inference.console.ui.confirm;

import java.util.ArrayList;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;

/** Draws a plan: its sections as boxes of rows, its checks as marked lines. */
final class PlanPane {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private final Messages words;

    PlanPane(Messages words) {
        this.words = words;
    }

    void sections(OperationPlan plan, VBox into) {
        List<Node> parts = new ArrayList<>();
        for (PlanSection section : plan.sections()) {
            Label heading = new Label(words.of(section.heading()));
            heading.getStyleClass().add("section-title");
            Label remark = new Label(words.of(section.remark()));
            remark.getStyleClass().addAll("hint", "subtle");
            VBox box = new VBox();
            box.getStyleClass().add("confirm-box");
            section.rows().forEach(row -> box.getChildren().add(row(row)));
            if (!box.getChildren().isEmpty()) {
                box.getChildren().getLast().pseudoClassStateChanged(LAST, true);
            }
            VBox part = new VBox(new HBox(heading, spring(), remark));
            part.getStyleClass().add("confirm-part");
            if (!section.rows().isEmpty()) {
                part.getChildren().add(box);
            }
            parts.add(part);
        }
        into.getChildren().setAll(parts);
    }

    void checks(List<Precondition> preconditions, VBox into) {
        into.getChildren().setAll(preconditions.stream().map(this::check).toList());
    }

    /** A refusal in full: what it is, what happened, what to do, and the service's own words. */
    List<Node> problem(Problem problem) {
        Label title = new Label(words.of(problem.title()), Icons.of(Icons.ERROR));
        title.getStyleClass().add("semibold");
        List<Node> lines = new ArrayList<>(List.of(title, sentence(words.of(problem.what()))));
        if (!problem.detail().isBlank()) {
            lines.add(sentence(words.of("confirm.problem.said", problem.detail())));
        }
        lines.add(sentence(words.of(problem.next())));
        return lines;
    }

    private HBox row(PlanSection.Row row) {
        HBox line = new HBox();
        line.getStyleClass().add("confirm-row");
        switch (row.mark()) {
            case NONE -> { }
            case GOOD -> mark(line, "good", Icons.CHECK);
            case WARN -> mark(line, "warn", Icons.WARNING);
            case BAD -> mark(line, "bad", Icons.ERROR);
        }
        List<Text> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            Label cell = new Label(words.of(cells.get(i)));
            cell.setWrapText(true);
            if (i == 0) {
                cell.getStyleClass().add("medium");
                cell.setMinWidth(130);
            } else if (i < cells.size() - 1 || cells.size() == 2) {
                cell.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(cell, Priority.ALWAYS);
                cell.getStyleClass().add("muted");
            } else {
                cell.setMinWidth(Region.USE_PREF_SIZE);
            }
            line.getChildren().add(cell);
        }
        return line;
    }

    private HBox check(Precondition precondition) {
        HBox line = new HBox();
        line.getStyleClass().add("confirm-check");
        switch (precondition.verdict()) {
            case PASS -> mark(line, "good", Icons.CHECK);
            case WARN -> mark(line, "warn", Icons.WARNING);
            case BLOCK -> mark(line, "bad", Icons.BLOCKED);
        }
        line.getChildren().add(sentence(words.of(precondition.text())));
        return line;
    }

    private static void mark(HBox line, String verdict, String icon) {
        line.getStyleClass().add(verdict);
        line.getChildren().add(Icons.of(icon, "mark"));
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}
