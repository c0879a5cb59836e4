package sh.inference.console.ui.confirm;

import java.util.List;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.bulk.BulkPlan;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ButtonOrder;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Kinds;

/** The dialog for a verb on several engines: who takes part, who does not and why, what is lost together, in which order. */
public final class BulkView {
    private static final int MOST_LINES = 6;
    private static final double LINE = 24;
    private final BulkViewModel model;
    private final Messages words;
    private final PlanPane loss;
    @FXML private VBox root;
    @FXML private HBox band;
    @FXML private Label kind;
    @FXML private Label place;
    @FXML private Label readAge;
    @FXML private ScrollPane scroll;
    @FXML private VBox body;
    @FXML private Label title;
    @FXML private Label consequence;
    @FXML private Label notice;
    @FXML private Label membersHead;
    @FXML private ListView<String> members;
    @FXML private VBox skippedPart;
    @FXML private Label skippedHead;
    @FXML private ListView<String> skipped;
    @FXML private VBox lossPart;
    @FXML private Spinner<Integer> atOnce;
    @FXML private Label atOnceLabel;
    @FXML private ToggleButton stop;
    @FXML private ToggleButton goOn;
    @FXML private Label reasonLabel;
    @FXML private TextField reason;
    @FXML private Label reasonNotice;
    @FXML private Label phraseLabel;
    @FXML private TextField phraseShown;
    @FXML private TextField phrase;
    @FXML private Label obstacle;
    @FXML private Button curl;
    @FXML private Button cancel;
    @FXML private Button ok;

    public BulkView(BulkViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.loss = new PlanPane(words);
    }

    @FXML
    private void initialize() {
        band.getStyleClass().add(Kinds.styleClass(model.profile().kind()));
        kind.setText(words.of(Kinds.wordKey(model.profile().kind())));
        kind.setGraphic(Icons.of(Kinds.icon(model.profile().kind())));
        place.setText(words.of("confirm.place", model.profile().name(), model.profile().host()));
        readAge.textProperty().bind(model.readAgeProperty());
        notice.setGraphic(Icons.of(Icons.WARNING));
        says(notice, model.noticeProperty());
        says(obstacle, model.obstacleProperty());
        says(reasonNotice, model.reasonNoticeProperty());
        atOnce.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, BulkRule.MOST_AT_ONCE, model.atOnceProperty().get()));
        atOnce.valueProperty().subscribe(value -> model.atOnceProperty().set(value == null ? 1 : value));
        atOnceLabel.setLabelFor(atOnce);
        ToggleGroup rule = new ToggleGroup();
        rule.getToggles().setAll(stop, goOn);
        rule.selectToggle(model.stopAtFirstProperty().get() ? stop : goOn);
        rule.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                model.stopAtFirstProperty().set(now == stop);
            }
        });
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reasonLabel.setLabelFor(reason);
        phrase.textProperty().bindBidirectional(model.typedProperty());
        phraseLabel.setLabelFor(phrase);
        curl.setGraphic(Icons.of(Icons.COPY));
        ButtonOrder.arrange(cancel, ok);
        cancel.disableProperty().bind(model.sendingProperty());
        body.disableProperty().bind(model.sendingProperty());
        ok.disableProperty().bind(model.readyProperty().not());
        scroll.prefViewportHeightProperty().bind(body.heightProperty());
        model.planProperty().subscribe(this::show);
    }

    /** Never to a button that loses work. */
    void focusFirst() {
        cancel.requestFocus();
    }

    @FXML
    private void copyCurl() {
        CopyButton.toClipboard(model.curl());
        curl.setText(words.of("confirm.curl.done"));
        curl.setGraphic(Icons.of(Icons.CHECK));
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void confirm() {
        model.confirm();
    }

    private void show(BulkPlan plan) {
        title.setText(words.of(plan.title()));
        root.setAccessibleText(title.getText());
        consequence.setText(words.of(plan.consequence()));
        membersHead.setText(words.of("bulk.members", plan.members().size()));
        fill(members, model.members());
        skippedHead.setText(words.of("bulk.left-out", plan.skipped().size(), model.skippedSummary()));
        fill(skipped, model.skipped());
        skippedPart.setVisible(!plan.skipped().isEmpty());
        skippedPart.setManaged(!plan.skipped().isEmpty());
        loss.draw(List.of(plan.loss()), lossPart);
        reasonLabel.setText(words.of(plan.reasonRequired() ? "confirm.reason.required" : "confirm.reason"));
        phraseShown.setText(plan.phrase());
        ok.setText(words.of(plan.confirm()));
    }

    private static void fill(ListView<String> list, List<String> lines) {
        if (!list.getItems().equals(lines)) {
            list.setItems(FXCollections.observableArrayList(lines));
        }
        list.setFixedCellSize(LINE);
        list.setPrefHeight(Math.clamp(lines.size(), 1, MOST_LINES) * LINE + 4);
    }

    private static void says(Label label, javafx.beans.value.ObservableValue<String> text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.map(said -> !said.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
    }
}
