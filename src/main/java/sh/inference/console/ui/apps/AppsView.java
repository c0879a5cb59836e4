package sh.inference.console.ui.apps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.AppCall;
import sh.inference.console.ops.appstatus.SetAppStatus;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ColumnFit;
import sh.inference.console.ui.common.ColumnLayout;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.OneAtATime;
import sh.inference.console.ui.common.Placeholder;
import sh.inference.console.ui.common.SeenList;

/** The list of apps beside the chosen app's versions. */
public final class AppsView {
    private static final KeyCombination PASTE = KeyCombination.keyCombination("Shortcut+V");
    /** How near to the end of what is loaded the next page is asked for. */
    private static final int NEAR_END = 8;
    private static final double SCROLL_BAR = 14;
    private static final double CATEGORY = 36;
    /** What the list and the versions need beside each other, in sizes of body text. */
    private static final double BOTH_EM = 66;
    /** The size of hints where nobody has made text larger. */
    private static final double USUAL_HINT = 11;
    private static final List<ColumnFit.Need> NEEDS = List.of(new ColumnFit.Need("name", 92, 112, 6, 420, false), new ColumnFit.Need("status", 118, 122, 0, 132, false),
            new ColumnFit.Need("current", 74, 74, 0, 80, false), new ColumnFit.Need("kind", 60, 76, 0, 90, true), new ColumnFit.Need("message", 90, 150, 6, 420, true),
            new ColumnFit.Need("changed", 62, 64, 0, 70, true), new ColumnFit.Need("busy", 42, 44, 0, 46, false), new ColumnFit.Need("warm", 46, 48, 0, 50, false));
    private static final List<String> LEAVING = List.of("changed", "kind", "message");
    private static final Set<String> HIDDEN = Set.of("kind", "message");
    private final AppsViewModel model;
    private final ShelfViewModel shelf;
    private final TableLayouts layouts;
    private final Messages words;
    private final Node versions;
    @FXML private SplitPane root;
    @FXML private TextField search;
    @FXML private Label searchKey;
    @FXML private Label loaded;
    @FXML private MenuButton statusFilter;
    @FXML private MenuButton categoryFilter;
    @FXML private MenuButton kept;
    @FXML private Label jumpProblem;
    @FXML private TableView<AppRow> table;
    @FXML private TableColumn<AppRow, AppLine> category;
    @FXML private TableColumn<AppRow, AppLine> name;
    @FXML private TableColumn<AppRow, AppLine> status;
    @FXML private TableColumn<AppRow, AppLine> current;
    @FXML private TableColumn<AppRow, AppLine> kind;
    @FXML private TableColumn<AppRow, AppLine> message;
    @FXML private TableColumn<AppRow, AppLine> changed;
    @FXML private TableColumn<AppRow, AppLine> busy;
    @FXML private TableColumn<AppRow, AppLine> warm;
    private ColumnLayout<AppRow> columns;
    private OneAtATime narrow;
    @FXML private HBox moreBar;
    @FXML private Button more;
    @FXML private HBox failure;
    @FXML private BorderPane detail;

    /** @param versions what stands beside the list: the versions of the chosen app */
    public AppsView(AppsViewModel model, ShelfViewModel shelf, TableLayouts layouts, Messages words, Node versions) {
        this.layouts = layouts;
        this.model = model;
        this.shelf = shelf;
        this.words = words;
        this.versions = versions;
    }

    @FXML
    private void initialize() {
        detail.setCenter(versions);
        AppCell.category(category);
        AppCell.text(name, line -> model.sharesNamespace() || line.namespace().isEmpty() ? line.name() : line.namespace() + "/" + line.name(), "name");
        AppCell.status(status, words);
        AppCell.text(current, AppLine::current, "mono", "quiet-cell");
        AppCell.text(changed, AppLine::changed, "quiet-cell");
        AppCell.text(busy, AppLine::busy, "live");
        AppCell.text(warm, AppLine::warm, "live");
        name.textProperty().bind(model.headingProperty());
        AppCell.text(kind, line -> Categories.word(line.category(), words), "quiet-cell");
        AppCell.text(message, line -> line.statusMessage().isEmpty() ? Formats.UNKNOWN : line.statusMessage(), "quiet-cell");
        columns = new ColumnLayout<>(table, "apps", NEEDS, LEAVING, HIDDEN, layouts, words);
        table.widthProperty().subscribe(width -> fitColumns());
        loaded.fontProperty().subscribe(font -> fitColumns());
        name.textProperty().subscribe(heading -> fitColumns());
        narrow = new OneAtATime(root, loaded, BOTH_EM, words);
        table.setItems(model.rows());
        table.setRowFactory(made -> new Row());
        new SeenList(() -> Optional.ofNullable(model.selectedProperty().get()).map(row -> new SeenList.Row(row.id() + "\t" + row.line().sentence(words),
                Optional.of(AppCall.get(row.id()))))).filteredBy(this::narrowed).withActions("app-favourite", "app-status", "app-web").offeredBy(table);
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.selectedProperty().subscribe(this::showChosen);
        model.rows().subscribe(() -> showChosen(model.selectedProperty().get()));
        search.textProperty().bindBidirectional(model.termProperty());
        search.setOnAction(event -> model.go());
        filters();
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);
        searchKey.visibleProperty().bind(search.textProperty().isEmpty().and(search.focusedProperty().not()));
        loaded.textProperty().bind(model.loadedProperty());
        moreBar.visibleProperty().bind(model.moreProperty());
        moreBar.managedProperty().bind(model.moreProperty());
        table.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.placeholderProperty(), model.problemProperty()));
        model.problemProperty().subscribe(this::showFailure);
        model.rows().subscribe(() -> showFailure(model.problemProperty().get()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::paste);
    }

    private void fitColumns() {
        double scale = loaded.getFont().getSize() / USUAL_HINT;
        category.setMaxWidth(CATEGORY * scale);
        category.setMinWidth(CATEGORY * scale);
        columns.fit(table.getWidth() - SCROLL_BAR - CATEGORY * scale, scale);
    }

    private void filters() {
        item(category(""), categoryFilter, words.of("apps.filter.all"));
        Categories.ALL.forEach(one -> item(category(one), categoryFilter, words.of("apps.category." + one)));
        item(() -> model.statusProperty().set(Optional.empty()), statusFilter, words.of("apps.filter.all"));
        SetAppStatus.CHOICES.forEach(one -> item(() -> model.statusProperty().set(Optional.of(one)), statusFilter, words.of(SetAppStatus.word(one))));
        model.categoryProperty().subscribe(one -> categoryFilter.setText(one.isEmpty() ? words.of("apps.filter.category") : words.of("apps.category." + one)));
        model.statusProperty().subscribe(one -> statusFilter.setText(one.map(known -> words.of(SetAppStatus.word(known))).orElse(words.of("apps.filter.status"))));
        new ShelfMenu(shelf, columns::menu, words).fill(kept);
        jumpProblem.textProperty().bind(model.jumpProblemProperty());
        jumpProblem.visibleProperty().bind(model.jumpProblemProperty().isNotEmpty());
        jumpProblem.managedProperty().bind(jumpProblem.visibleProperty());
        root.sceneProperty().subscribe(scene -> model.activeProperty().set(scene != null));
    }

    private String narrowed() {
        return Stream.of(categoryFilter, statusFilter).filter(menu -> menu == categoryFilter ? !model.categoryProperty().get().isEmpty() : model.statusProperty().get().isPresent())
                .map(MenuButton::getText).collect(Collectors.joining(", "));
    }

    private Runnable category(String one) {
        return () -> model.categoryProperty().set(one);
    }

    private static void item(Runnable action, MenuButton menu, String word) {
        MenuItem item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }

    /** Puts the focus where work starts: on the list. */
    public void focus() {
        table.requestFocus();
    }

    @FXML
    private void loadMore() {
        model.loadMore();
    }

    private void choose(AppRow row) {
        if (row != null) {
            model.selectedProperty().set(row);
        }
    }

    private void showChosen(AppRow row) {
        if (row != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().clearSelection();
            if (row != null && model.rows().contains(row)) {
                table.getSelectionModel().select(row);
                if (!table.isFocusWithin() && !model.isByItself(row)) {
                    narrow.open();
                }
            }
        }
    }

    private Node placeholder() {
        Optional<Problem> problem = model.problemProperty().get();
        if (problem.isPresent()) {
            return Placeholder.problem(problem.get(), words, model::retry);
        }
        String sentence = model.placeholderProperty().get();
        return model.isNarrowed() ? Placeholder.sentence(sentence, words.of("engines.filter.clear"), model::showAll) : Placeholder.sentence(sentence);
    }

    /** A page that failed stays below the rows that are there; without rows the placeholder says it. */
    private void showFailure(Optional<Problem> problem) {
        boolean below = problem.isPresent() && !model.rows().isEmpty();
        failure.setVisible(below);
        failure.setManaged(below);
        if (below) {
            Label what = new Label(words.of("apps.page.failed", problem.get().title(), problem.get().next()));
            what.setWrapText(true);
            HBox.setHgrow(what, Priority.ALWAYS);
            Button again = new Button(words.of("retry"));
            again.setId("apps-retry");
            again.setMinWidth(VBox.USE_PREF_SIZE);
            again.setOnAction(event -> model.retry());
            failure.getChildren().setAll(Icons.of(Icons.ERROR, "danger-icon"), what, again);
        }
    }

    private void paste(KeyEvent event) {
        if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl) && Clipboard.getSystemClipboard().hasString()
                && model.jump(Clipboard.getSystemClipboard().getString())) {
            event.consume();
        }
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            model.searchNow();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ESCAPE) {
            table.requestFocus();
            event.consume();
        }
    }

    /** A row that reads as one sentence, and that asks for the next page when the end comes near. */
    private final class Row extends TableRow<AppRow> {
        Row() {
            itemProperty().flatMap(AppRow::lineProperty).subscribe(line -> setAccessibleText(line == null ? null : line.sentence(words)));
            Tooltip message = new Tooltip();
            itemProperty().flatMap(AppRow::lineProperty).subscribe(line -> {
                boolean told = line != null && !line.statusMessage().isEmpty();
                message.setText(told ? words.of("apps.status.message", line.statusMessage(), line.statusAge()) : "");
                setTooltip(told ? message : null);
            });
            addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getX() < category.getWidth() && !isEmpty()) {
                    model.selectedProperty().set(getItem());
                    model.toggleFavourite();
                    event.consume();
                }
            });
            indexProperty().subscribe(index -> {
                if (index.intValue() >= model.rows().size() - NEAR_END) {
                    model.loadMore();
                }
            });
        }
    }
}
