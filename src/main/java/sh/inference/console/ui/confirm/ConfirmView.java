package sh.inference.console.ui.confirm;

import java.util.Optional;

import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ButtonOrder;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Kinds;

/** The dialog on screen. It draws what its view model says and decides only where the focus goes. */
public final class ConfirmView {
    private final ConfirmViewModel model;
    private final Messages words;
    private final PlanPane plans;
    private final ChecksPane checkLines;
    private final TextField newName = new TextField();
    @FXML private VBox root;
    @FXML private HBox band;
    @FXML private Label kind;
    @FXML private Label place;
    @FXML private Label readAge;
    @FXML private ScrollPane scroll;
    @FXML private VBox body;
    @FXML private Label title;
    @FXML private TextField targetId;
    @FXML private Label consequence;
    @FXML private Label notice;
    @FXML private VBox hours;
    @FXML private VBox sections;
    @FXML private VBox checksPart;
    @FXML private VBox checks;
    @FXML private Label reasonLabel;
    @FXML private TextField reason;
    @FXML private Label reasonNotice;
    @FXML private VBox namePart;
    @FXML private Label nameLabel;
    @FXML private TextField nameShown;
    @FXML private TextField name;
    @FXML private VBox problem;
    @FXML private Label obstacle;
    @FXML private Button curl;
    @FXML private Button cancel;
    @FXML private Button wait;
    @FXML private Button ok;

    public ConfirmView(ConfirmViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.plans = new PlanPane(words);
        this.checkLines = new ChecksPane(words);
    }

    @FXML
    private void initialize() {
        band.getStyleClass().add(Kinds.styleClass(model.profile().kind()));
        kind.setText(words.of(Kinds.wordKey(model.profile().kind())));
        kind.setGraphic(Icons.of(Kinds.icon(model.profile().kind())));
        place.setText(words.of("confirm.place", model.profile().name(), model.profile().host()));
        readAge.textProperty().bind(model.readAgeProperty());
        notice.textProperty().bind(model.noticeProperty());
        notice.setGraphic(Icons.of(Icons.WARNING));
        obstacle.textProperty().bind(model.obstacleProperty());
        showWhile(notice, model.noticeProperty().isNotEmpty());
        showWhile(obstacle, model.obstacleProperty().isNotEmpty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reasonLabel.setLabelFor(reason);
        reasonNotice.textProperty().bind(model.reasonNoticeProperty());
        showWhile(reasonNotice, model.reasonNoticeProperty().isNotEmpty());
        name.textProperty().bindBidirectional(model.typedNameProperty());
        nameLabel.setLabelFor(name);
        curl.setGraphic(Icons.of(Icons.COPY));
        ButtonOrder.arrange(cancel, ok);
        cancel.disableProperty().bind(model.sendingProperty());
        wait.managedProperty().bind(wait.visibleProperty());
        wait.disableProperty().bind(model.sendingProperty());
        model.reasonProperty().subscribe(given -> wait.setVisible(model.offersToWait()));
        ok.disableProperty().bind(model.readyProperty().not());
        model.sendingProperty().subscribe((before, sending) -> showSending(sending));
        model.hours().ifPresent(choice -> choice.complaintProperty().subscribe((before, why) -> show(model.plan())));
        model.planProperty().subscribe(this::show);
        model.changeProperty().subscribe((before, change) -> show(model.plan()));
        model.problemProperty().subscribe(this::show);
        hours.setVisible(model.hours().isPresent());
        hours.setManaged(model.hours().isPresent());
        model.hours().ifPresent(choice -> hours.getChildren().add(new HoursPane(choice, words)));
        model.name().ifPresent(this::askName);
        model.status().ifPresent(choice -> body.getChildren().add(body.getChildren().indexOf(hours), new StatusPane(choice, words)));
        scroll.prefViewportHeightProperty().bind(body.heightProperty());
    }

    /** Where the first key press goes: never to a button that loses work. */
    void focusFirst() {
        if (model.name().isPresent()) {
            // What a scroll pane holds stands in no window before the pane is styled, and cannot take the focus.
            scroll.applyCss();
            newName.requestFocus();
            return;
        }
        if (model.plan().level() == Level.L1 && model.readyProperty().get()) {
            ok.requestFocus();
        } else {
            cancel.requestFocus();
        }
    }

    private void askName(NameChoice choice) {
        Label head = new Label(words.of("rename.field"));
        head.getStyleClass().add("section-title");
        head.setLabelFor(newName);
        newName.setId("rename-name");
        newName.textProperty().bindBidirectional(choice.textProperty());
        VBox part = new VBox(head, newName);
        part.getStyleClass().add("confirm-part");
        body.getChildren().add(body.getChildren().indexOf(hours), part);
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
    private void confirmWhenIdle() {
        model.confirmWhenIdle();
    }

    @FXML
    private void confirm() {
        model.confirm();
    }

    private void show(OperationPlan plan) {
        title.setText(words.of(plan.title()));
        root.setAccessibleText(title.getText());
        targetId.setText(plan.target().id());
        consequence.setText(words.of(plan.consequence()));
        boolean wide = plan.verb() != Verb.EXTEND && plan.verb() != Verb.PROMOTE && plan.verb() != Verb.ROLL_BACK;
        toggle(consequence, "changed", model.changeProperty().get().isConsequenceNew());
        plans.draw(plan, model.changeProperty().get(), sections);
        sections.setVisible(!plan.sections().isEmpty());
        sections.setManaged(!plan.sections().isEmpty());
        checkLines.draw(plan.preconditions(), model.changeProperty().get(), wide, checks);
        checksPart.setVisible(!plan.preconditions().isEmpty());
        checksPart.setManaged(!plan.preconditions().isEmpty());
        reasonLabel.setText(words.of(plan.reasonRequired() ? "confirm.reason.required" : "confirm.reason"));
        namePart.setVisible(plan.level() == Level.L3);
        namePart.setManaged(plan.level() == Level.L3);
        nameShown.setText(plan.target().name());
        // A sum that belongs to other hours than the typed ones must not stand on the button, nor above it.
        boolean sumHolds = model.hours().map(choice -> choice.complaintProperty().get().isEmpty()).orElse(true);
        ok.setText(words.of(sumHolds ? plan.confirm() : plan.title()));
        sections.setVisible(sumHolds);
        wait.setVisible(model.offersToWait());
        ok.setDefaultButton(plan.level() == Level.L1);
        toggle(ok, "danger", plan.destructive());
        toggle(root, "narrow", !wide);
    }

    private void show(Optional<Problem> refusal) {
        problem.setVisible(refusal.isPresent());
        problem.setManaged(refusal.isPresent());
        problem.getChildren().clear();
        refusal.ifPresent(why -> {
            tell(words.of(why.title()), "semibold");
            tell(words.of(why.what()), "plain");
            if (!why.detail().isEmpty()) {
                tell(words.of(why.inDetail()), "muted");
            }
            tell(words.of(why.next()), "plain");
            scroll.setVvalue(scroll.getVmax());
        });
    }

    /** The buttons that were off during the call lost the focus; it comes back to the harmless one. */
    private void showSending(boolean sending) {
        body.setDisable(sending);
        if (!sending && !model.closedProperty().get()) {
            cancel.requestFocus();
        }
    }

    private void tell(String sentence, String styleClass) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        problem.getChildren().add(label);
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private static void toggle(Node node, String styleClass, boolean on) {
        node.getStyleClass().remove(styleClass);
        if (on) {
            node.getStyleClass().add(styleClass);
        }
    }
}
