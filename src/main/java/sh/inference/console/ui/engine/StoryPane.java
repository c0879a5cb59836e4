package sh.inference.console.ui.engine;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Sparkline;

/** The lower parts of the details: the last minutes, the changes of the status, tasks, and the record as JSON. */
final class StoryPane extends VBox {
    private static final int MOST = 12;
    private final EngineStory story;
    private final Messages messages;

    StoryPane(EngineStory story, Messages messages) {
        this.story = story;
        this.messages = messages;
        getChildren().addAll(trend(), part("engine-timeline", "engine.story.steps", new Label(messages.of("engine.story.seen-here")),
                lines(story.stepsProperty(), "engine.story.steps.none")), tasks(), record());
    }

    private Node trend() {
        Sparkline chart = new Sparkline(32, messages.of("engine.story.trend.gap"));
        Label title = new Label();
        title.setId("engine-trend-title");
        title.getStyleClass().add("section-title");
        Label none = remark(messages.of("engine.story.trend.none"));
        story.busyProperty().subscribe(samples -> {
            title.setText(story.workers() > 0 ? messages.of("engine.story.trend", story.workers()) : messages.of("engine.story.trend.uncounted"));
            chart.show(samples, Math.max(1, story.workers()));
            boolean blank = chart.isBlank();
            chart.setVisible(!blank);
            none.setVisible(blank);
            none.setManaged(blank);
        });
        VBox part = new VBox(new HBox(title), chart, none);
        part.setId("engine-trend");
        part.getStyleClass().addAll("part", "line-above");
        return part;
    }

    private Node tasks() {
        Button read = button("engine-tasks-read", "engine.story.tasks.read", story::readTasks);
        VBox part = part("engine-tasks", "engine.story.tasks", read, lines(story.tasksProperty(), ""));
        part.getChildren().add(said(story.tasksRemarkProperty()));
        return part;
    }

    private Node record() {
        Button read = button("engine-json-read", "engine.story.json.read", story::readJson);
        CopyButton copy = new CopyButton(messages, messages.of("engine.story.json.copy"), () -> story.jsonProperty().get());
        copy.setId("engine-json-copy");
        TextArea text = new TextArea();
        text.setId("engine-json");
        text.setEditable(false);
        text.setPrefRowCount(18);
        text.getStyleClass().add("mono");
        text.setAccessibleText(messages.of("engine.story.json"));
        story.jsonProperty().subscribe(json -> {
            text.setText(json);
            show(text, !json.isEmpty());
            show(copy, !json.isEmpty());
        });
        VBox part = part("engine-record", "engine.story.json", read, said(story.jsonRemarkProperty()));
        ((HBox) part.getChildren().getFirst()).getChildren().add(copy);
        part.getChildren().add(text);
        return part;
    }

    private VBox part(String id, String title, Node end, Node content) {
        Label head = new Label(messages.of(title));
        head.getStyleClass().add("section-title");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(head, gap, end);
        line.getStyleClass().add("part-head");
        if (end instanceof Label label) {
            label.getStyleClass().addAll("hint", "subtle");
        }
        VBox part = new VBox(line, content);
        part.setId(id);
        part.getStyleClass().addAll("part", "line-above");
        return part;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(messages.of(key));
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setOnAction(event -> action.run());
        return button;
    }

    private VBox lines(ReadOnlyObjectProperty<List<StoryLine>> source, String none) {
        VBox box = new VBox();
        box.getStyleClass().add("story-lines");
        source.subscribe(lines -> box.getChildren().setAll(lines.isEmpty() && !none.isEmpty() ? List.of(remark(messages.of(none)))
                : lines.stream().limit(MOST).map(StoryPane::line).toList()));
        return box;
    }

    private static Node line(StoryLine line) {
        Label when = new Label(line.when());
        when.getStyleClass().addAll("small", "mono", "subtle");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label(line.what());
        what.getStyleClass().add("small");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label remark = new Label(line.remark());
        remark.getStyleClass().addAll("hint", "subtle");
        remark.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(when, what, gap, remark);
        box.getStyleClass().add("story-line");
        box.setAccessibleText(String.join(", ", line.when(), line.what(), line.remark()));
        return box;
    }

    private Label said(javafx.beans.property.ReadOnlyStringProperty text) {
        Label said = remark("");
        said.textProperty().bind(text);
        text.subscribe(now -> show(said, !now.isEmpty()));
        return said;
    }

    private static Label remark(String text) {
        Label remark = new Label(text);
        remark.getStyleClass().addAll("small", "muted");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
        return remark;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
