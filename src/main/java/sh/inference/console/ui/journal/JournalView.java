package sh.inference.console.ui.journal;

import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.Problem;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ColumnFit;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.FactsPane;
import sh.inference.console.ui.common.FittedColumns;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.OneAtATime;
import sh.inference.console.ui.common.Placeholder;
import sh.inference.console.ui.common.SeenList;
import sh.inference.console.ui.common.StatusMark;

/** What was found in the journal, beside all that it says of one item. */
public final class JournalView {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    /** What the list and the details need beside each other, in sizes of body text. */
    private static final double BOTH_EM = 56;
    private static final List<ColumnFit.Need> NEEDS = List.of(new ColumnFit.Need("at", 142, 150, 0, 160, false), new ColumnFit.Need("action", 100, 114, 1, 170, false),
            new ColumnFit.Need("object", 84, 130, 3, 260, false), new ColumnFit.Need("outcome", 146, 148, 0, 170, false), new ColumnFit.Need("remark", 80, 180, 8, 900, true),
            new ColumnFit.Need("actor", 60, 72, 1, 130, true), new ColumnFit.Need("profile", 70, 90, 1, 160, true));
    /** What leaves a narrow table stands in the details; the last leaves first. */
    private static final List<String> LEAVING = List.of("remark", "actor", "profile");
    private final JournalViewModel model;
    private final Messages words;
    @FXML private VBox root;
    @FXML private HBox trouble;
    @FXML private Label troubleText;
    @FXML private HBox wrong;
    @FXML private Label wrongText;
    @FXML private TextField search;
    @FXML private Label searchKey;
    @FXML private TextField object;
    @FXML private MenuButton verb;
    @FXML private MenuButton period;
    @FXML private HBox days;
    @FXML private TextField fromDay;
    @FXML private TextField toDay;
    @FXML private Label noDay;
    @FXML private MenuButton ending;
    @FXML private Button clear;
    @FXML private Label count;
    @FXML private SplitPane split;
    @FXML private TableView<JournalItem> table;
    @FXML private TableColumn<JournalItem, JournalItem> at;
    @FXML private TableColumn<JournalItem, JournalItem> action;
    @FXML private TableColumn<JournalItem, JournalItem> name;
    @FXML private TableColumn<JournalItem, JournalItem> outcome;
    @FXML private TableColumn<JournalItem, JournalItem> remark;
    @FXML private TableColumn<JournalItem, JournalItem> actor;
    @FXML private TableColumn<JournalItem, JournalItem> profile;
    @FXML private Label checked;
    @FXML private Button again;
    @FXML private MenuButton export;
    @FXML private StackPane nothing;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private StatusMark status;
    @FXML private HBox idLine;
    @FXML private Label objectId;
    @FXML private Button back;
    @FXML private Button show;
    @FXML private Label whyNotBack;
    @FXML private FactsPane facts;
    @FXML private VBox steps;
    @FXML private VBox planPart;
    @FXML private VBox plan;

    public JournalView(JournalViewModel model, Messages words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        SplitPane.setResizableWithParent(split.getItems().getLast(), false);
        columns();
        filters();
        table.setItems(model.rows());
        table.setRowFactory(made -> new Row());
        new SeenList(() -> Optional.ofNullable(model.selectedProperty().get()).map(item -> new SeenList.Row(item.first().target() + "\t" + model.words().sentence(item),
                item.intent().call()))).offeredBy(table);
        FittedColumns.keep(table, NEEDS, LEAVING, count);
        new OneAtATime(split, count, BOTH_EM, words);
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.selectedProperty().subscribe(this::showChosen);
        model.rows().subscribe(() -> showChosen(model.selectedProperty().get()));
        table.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.placeholderProperty(), model.problemProperty()));
        count.textProperty().bind(model.countProperty());
        checked.textProperty().bind(model.checkedProperty());
        again.setGraphic(Icons.of(Icons.REFRESH));
        trouble.getChildren().addFirst(Icons.of(Icons.ERROR, "danger-icon"));
        troubleText.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        wrong.getChildren().addFirst(Icons.of(Icons.WARNING, "warn-icon"));
        model.findingsProperty().subscribe(this::showFindings);
        new JournalExportMenu(model.exports(), words).fill(export);
        idLine.getChildren().add(new CopyButton(words, words.of("operations.copy"), objectId::getText));
        back.disableProperty().bind(model.obstacleProperty().isNotEmpty());
        whyNotBack.textProperty().bind(model.obstacleProperty());
        whyNotBack.visibleProperty().bind(model.obstacleProperty().isNotEmpty());
        whyNotBack.managedProperty().bind(whyNotBack.visibleProperty());
        back.setGraphic(Icons.of(Icons.ROLL_BACK));
        nothing.getChildren().setAll(Placeholder.sentence(words.of("journal.choose")));
        model.cardProperty().subscribe(this::showCard);
        root.sceneProperty().subscribe(scene -> model.activeProperty().set(scene != null));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);
    }

    private void columns() {
        JournalCell.text(at, item -> words.formats().stamp(item.at()), "small");
        JournalCell.text(action, item -> model.words().action(item));
        JournalCell.text(name, item -> model.words().object(item.first()), "name");
        JournalCell.status(outcome, words, item -> model.words().status(item.ending()));
        JournalCell.text(remark, item -> model.words().remark(item), "small");
        JournalCell.text(actor, item -> item.isOperation() ? item.first().actor() : "", "small");
        JournalCell.text(profile, item -> item.first().profile(), "small");
    }

    private void filters() {
        JournalFilter filter = model.filter();
        search.textProperty().bindBidirectional(filter.textProperty());
        searchKey.visibleProperty().bind(search.textProperty().isEmpty().and(search.focusedProperty().not()));
        object.textProperty().bindBidirectional(filter.objectProperty());
        new JournalFilterMenus(filter, words).fill(verb, ending, period);
        fromDay.textProperty().bindBidirectional(filter.fromDayProperty());
        toDay.textProperty().bindBidirectional(filter.toDayProperty());
        for (TextField day : List.of(fromDay, toDay)) {
            day.textProperty().subscribe(typed -> {
                day.pseudoClassStateChanged(INVALID, !JournalFilter.isDay(typed));
                visible(noDay, !JournalFilter.isDay(fromDay.getText()) || !JournalFilter.isDay(toDay.getText()));
            });
        }
        days.visibleProperty().bind(filter.periodProperty().isEqualTo(Period.DAYS));
        days.managedProperty().bind(days.visibleProperty());
        clear.visibleProperty().bind(filter.onProperty());
        clear.managedProperty().bind(clear.visibleProperty());
    }

    @FXML
    private void clear() {
        model.filter().clear();
        table.requestFocus();
    }

    @FXML
    private void checkAgain() {
        model.checkAgain();
    }

    @FXML
    private void rollBack() {
        model.rollBack();
    }

    @FXML
    private void show() {
        model.show();
    }

    @FXML
    private void onlyThis() {
        model.onlyThisObject();
    }

    private void choose(JournalItem item) {
        if (item != null) {
            model.selectedProperty().set(item);
        }
    }

    private void showChosen(JournalItem item) {
        if (item == null) {
            table.getSelectionModel().clearSelection();
        } else if (item != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().clearAndSelect(model.rows().indexOf(item));
        }
    }

    private Node placeholder() {
        Optional<Problem> problem = model.problemProperty().get();
        return problem.isPresent() ? Placeholder.problem(problem.get(), words, model::checkAgain) : Placeholder.sentence(model.placeholderProperty().get());
    }

    private void showFindings(List<String> found) {
        wrong.setVisible(!found.isEmpty());
        wrong.setManaged(!found.isEmpty());
        wrongText.setText(JournalWords.first(found, words));
    }

    private void showCard(Optional<JournalCard> shown) {
        nothing.setVisible(shown.isEmpty());
        scroll.setVisible(shown.isPresent());
        shown.ifPresent(card -> {
            title.setText(card.title());
            status.show(card.status(), words);
            objectId.setText(card.objectId());
            visible(back, model.isMove());
            back.setText(model.backText());
            visible(show, model.canShow());
            facts.setFacts(card.facts());
            steps.getChildren().setAll(card.steps().stream().map(JournalView::step).toList());
            visible(planPart, !card.plan().isEmpty());
            plan.getChildren().setAll(card.plan().stream().map(line -> wrapped(line, "small")).toList());
        });
    }

    private static Node step(JournalCard.Step step) {
        Label time = new Label(step.time());
        time.getStyleClass().addAll("mono", "subtle");
        time.setMinWidth(Label.USE_PREF_SIZE);
        Label kind = new Label(step.kind());
        kind.getStyleClass().addAll("small", "muted", "journal-step-kind");
        return new HBox(time, kind, wrapped(step.text(), "small"));
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void leaveSearch(KeyEvent event) {
        boolean typing = event.getTarget() == search || event.getTarget() == object;
        if (event.getCode() == KeyCode.ESCAPE && typing && !((TextField) event.getTarget()).getText().isEmpty()) {
            ((TextField) event.getTarget()).clear();
            event.consume();
        } else if (typing && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ESCAPE)) {
            table.requestFocus();
            event.consume();
        }
    }

    /** A row that reads as one sentence. */
    private final class Row extends TableRow<JournalItem> {
        @Override
        protected void updateItem(JournalItem item, boolean empty) {
            super.updateItem(item, empty);
            setAccessibleText(empty || item == null ? null : model.words().sentence(item));
        }
    }
}
