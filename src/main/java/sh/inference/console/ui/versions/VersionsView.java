package sh.inference.console.ui.versions;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.AppCall;
import sh.inference.console.state.VersionPair;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ColumnFit;
import sh.inference.console.ui.common.ColumnLayout;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.FactsPane;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Placeholder;
import sh.inference.console.ui.common.SeenList;
import sh.inference.console.ui.common.StatusMark;

/** The versions of the chosen app, with the two verbs above and the facts of the chosen version below. */
public final class VersionsView {
    /** How high the head is, in rows. */
    private static final double HEAD_ROWS = 0.75;
    private static final double SCROLL_BAR = 14;
    /** The size of hints where nobody has made text larger. */
    private static final double USUAL_HINT = 11;
    private static final List<ColumnFit.Need> NEEDS = List.of(new ColumnFit.Need("badge", 180, 182, 0, 200, false), new ColumnFit.Need("id", 74, 74, 0, 92, false),
            new ColumnFit.Need("created", 128, 140, 1, 160, true), new ColumnFit.Need("age", 80, 80, 0, 96, false), new ColumnFit.Need("kernel", 92, 92, 1, 150, true),
            new ColumnFit.Need("needs", 74, 74, 0, 100, false), new ColumnFit.Need("workers", 96, 104, 2, 260, false));
    /** What leaves a narrow table stands among the facts below; the last leaves first. */
    private static final List<String> LEAVING = List.of("kernel", "created");
    private final VersionsViewModel model;
    private final Messages words;
    private final Consumer<VersionPair> openComparison;
    private final WebLink web;
    private final TableLayouts layouts;
    private final UndoBar undo;
    private final AdoptionStrip adoption;
    private final HistoryPane history;
    private final NotePane note;
    @FXML private VBox root;
    @FXML private VBox head;
    @FXML private Label namespace;
    @FXML private Label name;
    @FXML private StatusMark status;
    @FXML private FlowPane idLine;
    @FXML private Label appId;
    @FXML private Label remarks;
    @FXML private Button promote;
    @FXML private Button rollBack;
    @FXML private Label obstacles;
    @FXML private TableView<VersionRow> table;
    @FXML private TableColumn<VersionRow, VersionLine> badge;
    @FXML private TableColumn<VersionRow, VersionLine> shortId;
    @FXML private TableColumn<VersionRow, VersionLine> created;
    @FXML private TableColumn<VersionRow, VersionLine> age;
    @FXML private TableColumn<VersionRow, VersionLine> kernel;
    @FXML private TableColumn<VersionRow, VersionLine> needs;
    @FXML private TableColumn<VersionRow, VersionLine> workers;
    @FXML private Button compare;
    @FXML private MenuButton more;
    @FXML private MenuItem openWeb;
    @FXML private Menu columns;
    @FXML private VBox banners;
    @FXML private ScrollPane lowerScroll;
    @FXML private VBox lower;
    @FXML private VBox detail;
    @FXML private FlowPane detailTitle;
    @FXML private Label versionId;
    @FXML private FactsPane left;
    @FXML private FactsPane right;

    /** @param compare opens the comparison of two versions */
    public VersionsView(VersionsViewModel model, Messages words, Consumer<VersionPair> compare, WebLink web, NoteViewModel note, TableLayouts layouts) {
        this.layouts = layouts;
        this.model = model;
        this.web = web;
        this.words = words;
        this.openComparison = compare;
        this.undo = new UndoBar(model.undo(), words);
        this.adoption = new AdoptionStrip(words);
        this.note = new NotePane(note.following(model.headProperty(), model.selectedProperty()), words);
        this.history = new HistoryPane(words, model::rollBackTo);
    }

    @FXML
    private void initialize() {
        promote.setGraphic(Icons.of(Icons.PROMOTE));
        rollBack.setGraphic(Icons.of(Icons.ROLL_BACK));
        promote.disableProperty().bind(model.promoteObstacleProperty().isNotEmpty());
        rollBack.disableProperty().bind(model.rollBackObstacleProperty().isNotEmpty());
        obstacles.textProperty().bind(Bindings.createStringBinding(this::obstacles, model.promoteObstacleProperty(), model.rollBackObstacleProperty()));
        idLine.getChildren().add(1, new CopyButton(words, words.of("versions.copy.app"), appId::getText));
        detailTitle.getChildren().add(new CopyButton(words, words.of("versions.copy.version"), versionId::getText));
        VersionCell.badge(badge);
        VersionCell.text(shortId, VersionLine::shortId, "mono");
        VersionCell.text(created, VersionLine::created, "small");
        VersionCell.text(age, VersionLine::age, "small");
        VersionCell.text(kernel, VersionLine::kernel, "small");
        VersionCell.text(needs, VersionLine::needs, "small");
        VersionCell.text(workers, VersionLine::workers, "small", "live");
        ColumnLayout<VersionRow> layout = new ColumnLayout<>(table, "versions", NEEDS, LEAVING, Set.of(), layouts, words);
        table.widthProperty().subscribe(width -> layout.fit(width.doubleValue() - SCROLL_BAR, obstacles.getFont().getSize() / USUAL_HINT));
        obstacles.fontProperty().subscribe(font -> layout.fit(table.getWidth() - SCROLL_BAR, font.getSize() / USUAL_HINT));
        columns.getItems().setAll(layout.menu());
        table.setItems(model.rows());
        // As high as its rows, so that the facts follow right below; it gives way when there are many.
        table.prefHeightProperty().bind(Bindings.createDoubleBinding(this::tableHeight, model.rows(), table.fixedCellSizeProperty()));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.maxHeightProperty().bind(Bindings.when(Bindings.isEmpty(model.rows())).then(Double.MAX_VALUE).otherwise(table.prefHeightProperty()));
        table.setRowFactory(made -> new Row());
        new SeenList(() -> Optional.ofNullable(model.selectedProperty().get()).map(row -> new SeenList.Row(row.id() + "\t" + row.line().sentence(words),
                model.headProperty().get().map(app -> AppCall.version(app.id(), row.id())))))
                .withActions("version-promote", "version-roll-back", "version-compare").offeredBy(table);
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.selectedProperty().subscribe(this::showChosen);
        table.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.placeholderProperty(), model.problemProperty()));
        model.headProperty().subscribe(this::showHead);
        model.factsProperty().subscribe(this::showFacts);
        more.setGraphic(Icons.of(Icons.MORE));
        more.setOnShowing(event -> {
            openWeb.setDisable(page().isEmpty());
            columns.getItems().setAll(layout.menu());
        });
        compare.setGraphic(Icons.of(Icons.COMPARE));
        compare.disableProperty().bind(Bindings.size(model.rows()).lessThan(2));
        banners.getChildren().addAll(undo, adoption);
        // Without versions there is nothing below: the sentence has the whole pane.
        lowerScroll.managedProperty().bind(Bindings.isNotEmpty(model.rows()));
        lowerScroll.visibleProperty().bind(lowerScroll.managedProperty());
        lower.getChildren().addFirst(history);
        detail.getChildren().add(note);
        model.undoProperty().subscribe(undo::show);
        model.adoptionProperty().subscribe(adoption::show);
        model.sightingsProperty().subscribe(seen -> {
            history.show(HistoryLine.of(seen, words));
            history.chart().show(seen, model.now());
        });
        root.sceneProperty().subscribe(scene -> model.activeProperty().set(scene != null));
    }

    /** All rows, the head and, where the columns do not fit, the bar that scrolls them. */
    private double tableHeight() {
        return (model.rows().size() + HEAD_ROWS) * table.getFixedCellSize();
    }

    @FXML
    private void promote() {
        model.promote();
    }

    @FXML
    private void rollBack() {
        model.rollBack();
    }

    @FXML
    private void setStatus() {
        model.setStatus();
    }

    @FXML
    private void openWeb() {
        page().ifPresent(web.open());
    }

    private Optional<URI> page() {
        return model.headProperty().get().flatMap(app -> web.page().apply(app.id()));
    }

    @FXML
    private void compare() {
        model.pair().ifPresent(openComparison);
    }

    private void choose(VersionRow row) {
        if (row != null) {
            model.selectedProperty().set(row);
        }
    }

    private void showChosen(VersionRow row) {
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (row != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(row);
        }
    }

    private Node placeholder() {
        Optional<Problem> problem = model.problemProperty().get();
        return problem.isPresent() ? Placeholder.problem(problem.get(), words, model::retry) : Placeholder.sentence(model.placeholderProperty().get());
    }

    private String obstacles() {
        String up = model.promoteObstacleProperty().get();
        String back = model.rollBackObstacleProperty().get();
        if (up.equals(back)) {
            return up.isEmpty() ? "" : words.of("versions.off.both", up);
        }
        return !up.isEmpty() && !back.isEmpty() ? words.of("versions.off.promote", up) + " · " + words.of("versions.off.roll-back", back)
                : up.isEmpty() ? words.of("versions.off.roll-back", back) : words.of("versions.off.promote", up);
    }

    private void showHead(Optional<AppHead> shown) {
        head.setVisible(shown.isPresent());
        head.setManaged(shown.isPresent());
        shown.ifPresent(app -> {
            namespace.setText(app.namespace());
            name.setText(app.name());
            status.show(app.status(), words);
            appId.setText(app.id());
            remarks.setText(app.remarks());
        });
    }

    private void showFacts(Optional<VersionFacts> shown) {
        detail.setVisible(shown.isPresent());
        detail.setManaged(shown.isPresent());
        shown.ifPresent(facts -> {
            versionId.setText(facts.id());
            left.setFacts(facts.left());
            right.setFacts(facts.right());
        });
    }

    /** A row that reads as one sentence. */
    private final class Row extends TableRow<VersionRow> {
        Row() {
            itemProperty().flatMap(VersionRow::lineProperty).subscribe(line -> setAccessibleText(line == null ? null : line.sentence(words)));
        }
    }
}
