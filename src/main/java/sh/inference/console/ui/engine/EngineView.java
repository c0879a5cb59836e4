package sh.inference.console.ui.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.FactsPane;
import sh.inference.console.ui.common.FillBar;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;
import sh.inference.console.ui.common.StatusMark;
import sh.inference.console.ui.common.WorkerTiles;

/** The details beside the grid. */
public final class EngineView {
    private final EngineViewModel model;
    private final Messages words;
    private final Map<Verb, Button> buttons = new EnumMap<>(Verb.class);
    private final StatusMark status = new StatusMark();
    @FXML private VBox root;
    @FXML private VBox empty;
    @FXML private VBox body;
    @FXML private HBox titleLine;
    @FXML private Label name;
    @FXML private Label since;
    @FXML private HBox idLine;
    @FXML private Label id;
    @FXML private Label seen;
    @FXML private Button drain;
    @FXML private Button update;
    @FXML private Button extend;
    @FXML private Button restart;
    @FXML private Button stop;
    @FXML private Label obstacles;
    @FXML private FactsPane facts;
    @FXML private Label workerCount;
    @FXML private VBox workers;
    @FXML private VBox gpuPart;
    @FXML private VBox gpus;

    public EngineView(EngineViewModel model) {
        this.model = model;
        this.words = model.messages();
    }

    @FXML
    private void initialize() {
        titleLine.getChildren().addFirst(status);
        idLine.getChildren().add(1, new CopyButton(words, words.of("details.copy"), id::getText));
        buttons.putAll(Map.of(Verb.DRAIN, drain, Verb.UPDATE, update, Verb.EXTEND, extend, Verb.RESTART, restart, Verb.STOP, stop));
        buttons.forEach((verb, button) -> {
            button.setGraphic(Icons.of(EngineVerbs.icon(verb)));
            button.setText(words.of("engine.verb.asks", words.of("engine.verb." + verb.key())));
            button.setOnAction(event -> model.request(verb));
        });
        model.shownProperty().subscribe(this::show);
    }

    private void show(Optional<EngineViewModel.Shown> now) {
        empty.setVisible(now.isEmpty());
        empty.setManaged(now.isEmpty());
        body.setVisible(now.isPresent());
        body.setManaged(now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(EngineViewModel.Shown now) {
        status.show(Status.ofEngine(now.entry().engine().status()), words);
        name.setText(now.entry().engine().name());
        since.setText(now.since());
        id.setText(now.entry().engine().id());
        seen.setText(now.seen());
        buttons.forEach((verb, button) -> {
            String why = now.obstacles().getOrDefault(verb, "");
            button.setDisable(!why.isEmpty());
            button.setTooltip(why.isEmpty() ? null : new Tooltip(why));
        });
        obstacles.setText(now.obstacles().entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue, java.util.LinkedHashMap::new,
                        Collectors.mapping(entry -> words.of("engine.verb." + entry.getKey().key()), Collectors.joining(", "))))
                .entrySet().stream().map(entry -> words.of("details.off", entry.getValue(), entry.getKey())).collect(Collectors.joining("\n")));
        obstacles.setVisible(!now.obstacles().isEmpty());
        obstacles.setManaged(!now.obstacles().isEmpty());
        facts.setFacts(now.facts());
        workerCount.setText(words.of("details.workers", model.words().workers(now.entry().engine())));
        workers.getChildren().setAll(now.workers().stream().map(this::worker).toList());
        gpuPart.setVisible(!now.gpus().isEmpty());
        gpuPart.setManaged(!now.gpus().isEmpty());
        gpus.getChildren().setAll(now.gpus().stream().map(EngineView::gpu).toList());
    }

    private HBox worker(EngineViewModel.WorkerLine line) {
        WorkerTiles tile = new WorkerTiles();
        tile.show(List.of(line.worker()));
        Label task = label(line.task(), "mono", "hint");
        return new HBox(8, tile, sized(label(line.label(), "small"), 86), grown(label(line.work(), "small")), task);
    }

    private static HBox gpu(EngineViewModel.GpuLine line) {
        List<Node> parts = new ArrayList<>(List.of(sized(label(line.name(), "small", "muted"), 46)));
        FillBar bar = new FillBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        line.fraction().ifPresent(bar::setFraction);
        parts.add(bar);
        parts.add(label(line.memory(), "small"));
        parts.add(label(line.temperature(), "small"));
        HBox row = new HBox(8);
        row.getStyleClass().add("details-line");
        row.getChildren().addAll(parts);
        return row;
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label sized(Label label, double width) {
        label.setMinWidth(width);
        return label;
    }

    private static Label grown(Label label) {
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
