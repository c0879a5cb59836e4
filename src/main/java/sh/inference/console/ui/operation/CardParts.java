package sh.inference.console.ui.operation;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.IdText;

/** Draws the parts of an operation's card. */
final class CardParts {
    private final Messages words;

    CardParts(Messages words) {
        this.words = words;
    }

    /** Side by side, each as wide as the other, so that the height follows from the width. */
    static void inARow(GridPane grid, List<Node> parts) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (Node part : parts) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / parts.size());
            grid.getColumnConstraints().add(column);
            grid.addRow(0, part);
        }
    }

    Node step(OperationCard.Step step, boolean last) {
        Region rail = new Region();
        rail.getStyleClass().add("rail");
        rail.setVisible(!last);
        HBox.setHgrow(rail, Priority.ALWAYS);
        HBox track = new HBox(Icons.of(icon(step.mark())), rail);
        track.getStyleClass().add("operation-track");
        VBox box = new VBox(track, label(step.name(), step.mark() == OperationCard.Mark.WAITING ? "muted" : "medium"));
        if (!step.time().isEmpty()) {
            box.getChildren().add(label(step.time(), "small"));
        }
        if (!step.detail().isEmpty()) {
            IdText detail = new IdText(step.detail());
            detail.getStyleClass().addAll("hint", "subtle");
            box.getChildren().add(detail);
        }
        box.getStyleClass().addAll("operation-step", step.mark().name().toLowerCase(java.util.Locale.ROOT));
        box.setAccessibleText(words.of("operations.step.said", step.name(), words.of("operations.mark." + step.mark().name().toLowerCase(java.util.Locale.ROOT)),
                step.time()));
        return box;
    }

    Node figure(OperationCard.Figure figure) {
        HBox line = new HBox(label(figure.value(), "key-figure"), label(figure.of(), "muted"));
        line.getStyleClass().add("figure-line");
        Label name = label(figure.name(), "hint");
        name.getStyleClass().add("subtle");
        VBox box = new VBox(line, name);
        return box;
    }

    /** What went wrong and what to do about it; nothing when nothing did. */
    void trouble(OperationCard card, VBox into, Consumer<Verdict.Choice> choose) {
        into.getChildren().clear();
        into.getStyleClass().removeAll("warn-surface", "danger-surface");
        into.getStyleClass().add(card.status().tone().equals("danger") ? "danger-surface" : "warn-surface");
        if (card.stuck().isPresent()) {
            stuck(card.stuck().get(), into, choose);
        } else if (card.problem().isPresent()) {
            Problem problem = card.problem().get();
            tell(into, words.of(problem.title()), "semibold");
            tell(into, words.of(problem.what()), "small");
            if (!problem.detail().isEmpty()) {
                tell(into, words.of("problem.detail", problem.detail()), "small");
            }
            tell(into, words.of(problem.next()), "small");
        } else if (!card.verdict().isEmpty()) {
            tell(into, words.of(card.status().word()), "semibold");
            tell(into, card.verdict(), "small");
        }
        into.setVisible(!into.getChildren().isEmpty());
        into.setManaged(into.isVisible());
    }

    private static void stuck(Verdict verdict, VBox into, Consumer<Verdict.Choice> choose) {
        tell(into, verdict.title(), "semibold");
        for (String sentence : verdict.evidence()) {
            IdText line = new IdText(sentence);
            line.getStyleClass().add("small");
            into.getChildren().add(line);
        }
        GridPane choices = new GridPane();
        choices.getStyleClass().add("operation-choices");
        for (Verdict.Choice choice : verdict.choices()) {
            Button button = new Button(choice.words());
            button.setId("operation-" + choice.action().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> choose.accept(choice));
            Label means = label(choice.consequence(), "small");
            button.setAccessibleHelp(choice.consequence());
            choices.addRow(choices.getRowCount(), button, means);
        }
        into.getChildren().add(choices);
    }

    Node seen(OperationCard.Seen seen) {
        Label time = label(seen.time(), "subtle");
        time.getStyleClass().add("small");
        time.setMinWidth(Region.USE_PREF_SIZE);
        IdText text = new IdText(seen.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        Label source = label(seen.source(), "hint");
        source.getStyleClass().add("subtle");
        source.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(12, time, text, source);
    }

    private static String icon(OperationCard.Mark mark) {
        return switch (mark) {
            case SEEN, REACHED -> Icons.DONE;
            case WAITING -> Icons.STEP;
            case STUCK -> Icons.STUCK;
            case FAILED -> Icons.FAILED;
        };
    }

    private static void tell(VBox into, String sentence, String styleClass) {
        into.getChildren().add(label(sentence, styleClass));
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
