package sh.inference.console.ui.profile;

import java.util.Locale;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.state.ConnectionProbe;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;

/** A line of the test of a connection: mark, what was tried, what was found; for a failure what it means and the next step. */
final class TestLine extends HBox {
    TestLine(ConnectionProbe.Line line, Messages words) {
        getStyleClass().add("profile-test-line");
        Label mark = new Label("", Icons.of(icon(line.verdict())));
        mark.getStyleClass().add("status-mark");
        mark.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass(colour(line.verdict())), true);
        mark.setAccessibleText(words.of("probe.verdict." + line.verdict().name().toLowerCase(Locale.ROOT)));
        Label step = new Label(words.of("probe.step." + line.step().name().toLowerCase(Locale.ROOT)));
        step.getStyleClass().addAll("small", "profile-test-step");
        VBox found = new VBox();
        HBox.setHgrow(found, Priority.ALWAYS);
        found.getChildren().add(label(words.of(line.text()), "small", line.problem().isPresent() ? "semibold" : "muted"));
        line.problem().ifPresent(problem -> explain(problem, words, found));
        getChildren().setAll(mark, step, found);
    }

    private static void explain(Problem problem, Messages words, VBox found) {
        found.getChildren().add(label(words.of(problem.what()), "small", "muted"));
        found.getChildren().add(label(words.of(problem.next()), "small"));
        if (!problem.detail().isBlank()) {
            found.getChildren().add(label(words.of(problem.inDetail()), "hint", "subtle"));
        }
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static String icon(ConnectionProbe.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Icons.DONE;
            case LIMITED -> Icons.WARNING;
            case FAILED -> Icons.FAILED;
            case UNKNOWN -> Icons.UNKNOWN;
        };
    }

    private static String colour(ConnectionProbe.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "ok";
            case LIMITED -> "warn";
            case FAILED -> "danger";
            case UNKNOWN -> "muted";
        };
    }
}
