package sh.inference.console.ui.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.Verb;
import sh.inference.console.state.Connection;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.FactsPane;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.StatusMark;
import sh.inference.console.ui.common.VerbMenu;

/** The details of one engine, beside the grid. */
public final class EngineView {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** How much of its line a name may take before it wraps. */
    private static final double NAME_SHARE = 0.6;
    private final EngineViewModel model;
    private final Messages messages;
    private final EngineStory story;
    private final Runnable onClose;
    private final StatusMark mark = new StatusMark();
    private final FactsPane facts = new FactsPane();
    @FXML
    private VBox root;
    @FXML
    private HBox titleLine;
    @FXML
    private HBox idLine;
    @FXML
    private Label name;
    @FXML
    private Label since;
    @FXML
    private Label id;
    @FXML
    private Label seen;
    @FXML
    private Label reasons;
    @FXML
    private Label workersSummary;
    @FXML
    private Button close;
    @FXML
    private Button drain;
    @FXML
    private Button update;
    @FXML
    private Button extend;
    @FXML
    private MenuButton more;
    @FXML
    private VBox factsBox;
    @FXML
    private VBox workers;
    @FXML
    private VBox gpus;
    @FXML
    private VBox gpuPart;
    @FXML
    private VBox content;

    /** @param onClose hides the details */
    public EngineView(EngineViewModel model, EngineStory story, Runnable onClose) {
        this.model = model;
        this.messages = model.messages();
        this.story = story;
        this.onClose = onClose;
    }

    @FXML
    private void initialize() {
        mark.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        titleLine.getChildren().addFirst(mark);
        // An ordinary name stays whole; what is said beside it goes to a second line first.
        name.minWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.min(Math.ceil(name.prefWidth(-1)), NAME_SHARE * titleLine.getWidth()),
                name.textProperty(), name.fontProperty(), titleLine.widthProperty()));
        idLine.getChildren().add(1, new CopyButton(messages, messages.of("engine.copy-id"), () -> model.id().orElse("")));
        factsBox.getChildren().add(facts);
        content.getChildren().add(new StoryPane(story, messages));
        close.setGraphic(Icons.of(Icons.CLOSE));
        close.setAccessibleText(messages.of("engine.close"));
        close.setTooltip(new Tooltip(messages.of("engine.close")));
        close.setOnAction(event -> onClose.run());
        more.setGraphic(Icons.of(Icons.MORE));
        more.setAccessibleText(messages.of("engine.more"));
        more.setTooltip(new Tooltip(messages.of("engine.more")));
        more.setOnShowing(event -> fillMore());
        fillMore();
        buttons().forEach((verb, button) -> button.setOnAction(event -> model.request(verb)));
        since.textProperty().bind(model.sinceProperty());
        seen.textProperty().bind(model.seenProperty());
        workersSummary.textProperty().bind(model.workersSummaryProperty());
        reasons.textProperty().bind(model.reasonsProperty());
        reasons.managedProperty().bind(reasons.textProperty().isNotEmpty());
        model.entryProperty().subscribe(this::showEntry);
        model.statusProperty().subscribe(status -> {
            mark.show(status, messages);
            // Whether it is gone shows here first.
            showConnection(model.connectionProperty().get());
        });
        model.connectionProperty().subscribe(this::showConnection);
        follow(model.facts(), () -> facts.setFacts(List.copyOf(model.facts())));
        follow(model.workers(), () -> WorkerLines.show(workers, List.copyOf(model.workers())));
        follow(model.gpus(), this::showGpus);
        follow(model.verbs(), this::showVerbs);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    private static void follow(javafx.collections.ObservableList<?> list, Runnable show) {
        list.addListener((InvalidationListener) changed -> show.run());
        show.run();
    }

    private Map<Verb, Button> buttons() {
        return Map.of(Verb.DRAIN, drain, Verb.UPDATE, update, Verb.EXTEND, extend);
    }

    private void showEntry(Optional<EngineEntry> entry) {
        entry.ifPresent(shown -> {
            name.setText(model.nameOf(shown.engine()));
            id.setText(shown.engine().id());
            showConnection(model.connectionProperty().get());
        });
    }

    private void showConnection(Connection connection) {
        root.pseudoClassStateChanged(STALE, model.isOld(connection));
    }

    private void showGpus() {
        gpuPart.setVisible(!model.gpus().isEmpty());
        gpuPart.setManaged(!model.gpus().isEmpty());
        GpuLines.show(gpus, List.copyOf(model.gpus()));
    }

    /** The verbs that have no button, asked anew whenever the menu opens. */
    private void fillMore() {
        List<Verb> rest = EngineVerbs.ALL.stream().filter(verb -> !buttons().containsKey(verb)).toList();
        more.getItems().setAll(VerbMenu.items(rest, "engine", messages, model::whyNot, model::request));
    }

    private void showVerbs() {
        for (VerbState state : model.verbs().stream().filter(one -> buttons().containsKey(one.verb())).toList()) {
            Button button = buttons().get(state.verb());
            String label = messages.of("verb." + state.verb().key());
            boolean on = state.whyNot().isEmpty();
            button.setText(on ? messages.of("engine.verb.asks", label) : label);
            if (button.getGraphic() == null) {
                button.setGraphic(Icons.of(EngineVerbs.icon(state.verb())));
            }
            button.setDisable(!on);
            String words = on ? messages.of("engine.verb.keys." + state.verb().key(), label) : messages.of("engine.verb.off", label, state.whyNot().get());
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
        }
    }
}
