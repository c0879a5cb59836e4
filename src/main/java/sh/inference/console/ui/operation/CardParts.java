package sh.inference.console.ui.operation;

import java.util.ArrayList;
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
    private final GridPane choices = new GridPane();
    private List<Verdict.Choice> offered = List.of();

    CardParts(Messages words) {
        this.words = words;
        choices.getStyleClass().add("operation-choices");
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
        Label value = label(figure.value(), "key-figure");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(value, label(figure.of(), "muted"));
        line.getStyleClass().add("figure-line");
        Label name = label(figure.name(), "hint");
        name.getStyleClass().add("subtle");
        VBox box = new VBox(line, name);
        return box;
    }

    /** What went wrong and what to do about it; nothing when nothing did. Buttons that stay the same keep the focus while the words around them age. */
    void trouble(OperationCard card, VBox into, Consumer<Verdict.Choice> choose) {
        into.getStyleClass().removeAll("warn-surface", "danger-surface");
        into.getStyleClass().add(card.status().tone().equals("danger") ? "danger-surface" : "warn-surface");
        List<Node> told = told(card);
        offer(card.stuck().map(Verdict::choices).orElse(List.of()), choose);
        int at = into.getChildren().indexOf(choices);
        if (offered.isEmpty()) {
            into.getChildren().setAll(told);
        } else if (at >= 0) {
            into.getChildren().remove(0, at);
            into.getChildren().addAll(0, told);
        } else {
            into.getChildren().setAll(told);
            into.getChildren().add(choices);
        }
        into.setVisible(!into.getChildren().isEmpty());
        into.setManaged(into.isVisible());
    }

    private List<Node> told(OperationCard card) {
        List<Node> told = new ArrayList<>();
        if (card.stuck().isPresent()) {
            told.add(label(card.stuck().get().title(), "semibold"));
            for (String sentence : card.stuck().get().evidence()) {
                IdText line = new IdText(sentence);
                line.getStyleClass().add("small");
                told.add(line);
            }
        } else if (card.problem().isPresent()) {
            Problem problem = card.problem().get();
            told.add(label(words.of(problem.title()), "semibold"));
            told.add(label(words.of(problem.what()), "small"));
            if (!problem.detail().isEmpty()) {
                told.add(label(words.of(problem.inDetail()), "small"));
            }
            told.add(label(words.of(problem.next()), "small"));
        } else if (!card.verdict().isEmpty()) {
            told.add(label(words.of(card.status().word()), "semibold"));
            told.add(label(card.verdict(), "small"));
        }
        return told;
    }

    private void offer(List<Verdict.Choice> now, Consumer<Verdict.Choice> choose) {
        if (now.equals(offered)) {
            return;
        }
        offered = now;
        choices.getChildren().clear();
        for (int row = 0; row < now.size(); row++) {
            Verdict.Choice choice = now.get(row);
            Button button = new Button(choice.words());
            button.setId("operation-" + choice.action().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> choose.accept(choice));
            button.setAccessibleHelp(choice.consequence());
            choices.addRow(row, button, label(choice.consequence(), "small"));
        }
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

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
