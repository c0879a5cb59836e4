package sh.inference.console.ui.confirm;

import java.util.Comparator;
import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.PlanChange;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition;
import sh.inference.console.text.Messages;

/** Draws what is checked before sending: what is in the way first, short good news two in a line. */
final class ChecksPane {
    /** Longer than this a check has a line of its own. */
    private static final int SHORT = 44;
    private final Messages words;
    private List<Precondition> drawn = List.of();
    private PlanChange marked = PlanChange.NONE;

    ChecksPane(Messages words) {
        this.words = words;
    }

    void draw(List<Precondition> checks, PlanChange change, boolean wide, VBox into) {
        if (checks.equals(drawn) && change == marked) {
            return;
        }
        drawn = checks;
        marked = change;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("confirm-checks");
        grid.getColumnConstraints().addAll(half(), half());
        int next = 0;
        for (Precondition check : checks.stream().sorted(Comparator.comparing(check -> check.verdict() != Precondition.Verdict.BLOCK)).toList()) {
            boolean half = wide && check.verdict() == Precondition.Verdict.PASS && words.of(check.text()).length() <= SHORT;
            next = half ? next : next + next % 2;
            grid.add(check(check), next % 2, next / 2, half ? 1 : 2, 1);
            next += half ? 1 : 2;
        }
        into.getChildren().setAll(grid);
    }

    private Label check(Precondition check) {
        PlanSection.Mark mark = Marks.mark(check.verdict());
        Label text = new Label(words.of(check.text()), Marks.of(check.verdict(), words));
        text.setWrapText(true);
        text.setAccessibleText(words.of("confirm.mark." + Marks.styleClass(mark)) + ": " + text.getText());
        text.getStyleClass().addAll("confirm-check", Marks.styleClass(mark));
        if (marked.isNew(check)) {
            text.getStyleClass().add("changed");
            text.setAccessibleText(words.of("confirm.mark.changed", text.getAccessibleText()));
        }
        return text;
    }

    private static ColumnConstraints half() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        return column;
    }
}
