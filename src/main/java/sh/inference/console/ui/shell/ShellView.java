package sh.inference.console.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.DialogMark;
import sh.inference.console.ui.common.HoverText;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Kinds;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.RowMenu;
import sh.inference.console.ui.common.Shortcuts;
import sh.inference.console.ui.profile.ProfileMenu;
import sh.inference.console.ui.shell.ShellViewModel.Mark;
import sh.inference.console.ui.shell.ShellViewModel.Page;

/** The window's frame: band, header, navigation, the page, status bar, and the layer of dialogs above. */
public final class ShellView {
    /** How wide a header has to be for everything in one line, in sizes of its text. */
    private static final double NARROW_EM = 60;
    private static final double FRESHNESS_EM = 7.5;
    /**
     * With less, as with text of twice the size on a small screen, the host stands in the title of the window and below
     * the pointer only, and how many operations run beside their page only.
     */
    private static final double WIDE_EM = 54;
    private final ShellViewModel model;
    private final Messages words;
    private final Map<Page, Supplier<? extends Node>> pages;
    private final ModalLayer layer;
    private final ProfileMenu profile;
    private final WriteLockMenu lock;
    private final NoticesBell bell;
    private final DiagnosticsDrawer drawer;
    private final WorkDrawer work;
    private final Actions actions;
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final FontIcon bannerIcon = Icons.of(Icons.STALE, "warn-icon");
    private final FontIcon markIcon = Icons.of(Icons.LIVE, "small-icon");
    @FXML private StackPane root;
    @FXML private VBox frame;
    @FXML private HBox header;
    @FXML private Label freshness;
    @FXML private Button search;
    @FXML private Button settings;
    @FXML private Label searchKey;
    @FXML private Button running;
    @FXML private ToggleButton navEngines;
    @FXML private ToggleButton navApps;
    @FXML private ToggleButton navOperations;
    @FXML private ToggleButton navJournal;
    @FXML private Label engineCount;
    @FXML private Label appCount;
    @FXML private Label operationCount;
    @FXML private HBox banner;
    @FXML private Label bannerTitle;
    @FXML private Label bannerRemark;
    @FXML private Button editProfile;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private StackPane content;
    @FXML private Label watermark;
    @FXML private FlowPane statusBar;
    @FXML private Label line;
    @FXML private Label loaded;
    @FXML private Label vram;
    @FXML private Label spend;
    @FXML private Label clock;
    @FXML private Label skew;
    @FXML private Button readNow;
    private Panes panes;
    private final BooleanProperty wide = new SimpleBooleanProperty(true);
    private boolean focusSettled;

    /** @param pages what each page shows, made when it is first shown */
    public ShellView(ShellViewModel model, Messages words, Map<Page, ? extends Supplier<? extends Node>> pages, ModalLayer layer, ProfileMenu profile, WriteLockMenu lock, NoticesBell bell,
                     DiagnosticsDrawer drawer, WorkDrawer work, Actions actions) {
        this.model = model;
        this.words = words;
        this.pages = Map.copyOf(pages);
        this.layer = layer;
        this.profile = profile;
        this.lock = lock;
        this.bell = bell;
        this.drawer = drawer;
        this.work = work;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        ProfileKind kind = model.profile().kind();
        root.getStyleClass().add(Kinds.styleClass(kind));
        root.getChildren().addAll(bell.flyout(), drawer.flyout(), work.flyout(), layer);
        HBox whole = new HBox(bell.button());
        whole.setAlignment(Pos.CENTER);
        whole.setMinWidth(Region.USE_PREF_SIZE);
        header.getChildren().add(whole);
        lock.setMinWidth(Region.USE_PREF_SIZE);
        statusBar.getChildren().addAll(work.button(), drawer.button());
        header.getChildren().addAll(0, List.of(profile, lock));
        watermark.setVisible(kind == ProfileKind.SANDBOX);
        if (kind == ProfileKind.SANDBOX) {
            layer.mark(() -> new DialogMark(kind, words));
        }
        watermark.setText(words.of(Kinds.wordKey(kind)));
        freshness.textProperty().bind(model.freshnessProperty());
        freshness.setGraphic(markIcon);
        model.markProperty().subscribe(this::showMark);
        running.textProperty().bind(model.runningProperty());
        running.visibleProperty().bind(model.runningProperty().isNotEmpty().and(wide));
        running.managedProperty().bind(running.visibleProperty());
        running.setOnAction(event -> model.go(Page.OPERATIONS));
        buttons.put(Page.ENGINES, navEngines);
        buttons.put(Page.APPS, navApps);
        buttons.put(Page.OPERATIONS, navOperations);
        buttons.put(Page.JOURNAL, navJournal);
        buttons.forEach((page, button) -> {
            button.setGraphic(Icons.of(icon(page)));
            button.setOnAction(event -> {
                button.setSelected(true);
                model.go(page);
            });
        });
        model.pageProperty().subscribe(this::show);
        model.countsProperty().subscribe(this::showCounts);
        banner.getChildren().addFirst(bannerIcon);
        model.bannerProperty().subscribe(this::showBanner);
        noticeText.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        line.textProperty().bind(model.lineProperty());
        loaded.textProperty().bind(model.loadedProperty());
        vram.textProperty().bind(model.vramProperty());
        spend.textProperty().bind(model.spendProperty());
        clock.textProperty().bind(model.clockProperty());
        skew.textProperty().bind(model.skewProperty());
        readNow.setGraphic(Icons.of(Icons.REFRESH));
        panes = new Panes(navEngines.getParent().getParent(), content);
        settings.setGraphic(Icons.of(Icons.SETTINGS));
        settings.setOnAction(event -> actions.run("settings"));
        search.setGraphic(Icons.of(Icons.SEARCH));
        search.setOnAction(event -> actions.run("palette"));
        search.setAccessibleText(search.getText());
        HoverText.on(search, search::getAccessibleText);
        root.widthProperty().subscribe(width -> fitHeader());
        search.widthProperty().subscribe(width -> fitHeader());
        search.fontProperty().subscribe(font -> fitHeader());
        freshness.setMinHeight(Region.USE_PREF_SIZE);
        searchKey.textProperty().set(actions.find("palette").map(actions::keys).filter(keys -> !keys.isEmpty()).map(keys -> Shortcuts.shown(keys.getFirst())).orElse(""));
        root.sceneProperty().subscribe(scene -> settleFocus());
        model.freshnessProperty().subscribe(now -> settleFocus());
        new Shortcuts(actions, () -> !layer.isShowing(), model::say).listenOn(root);
        new RowMenu(actions, words).listenOn(root);
    }

    /** In a narrow header the sign is all that is left of the search, for half a sentence helps nobody, and the freshness takes two lines. */
    private void fitHeader() {
        double em = search.getFont().getSize();
        // By the window's room: a header is never narrower than what stands in it.
        boolean narrow = root.getWidth() < NARROW_EM * em;
        wide.set(root.getWidth() >= WIDE_EM * em);
        profile.showHost(wide.get());
        freshness.setWrapText(narrow);
        freshness.setMinWidth(narrow ? FRESHNESS_EM * em : Region.USE_PREF_SIZE);
        javafx.scene.text.Text whole = new javafx.scene.text.Text(search.getAccessibleText());
        whole.setFont(search.getFont());
        boolean room = search.getWidth() >= whole.getLayoutBounds().getWidth() + searchKey.prefWidth(-1) + 5 * em;
        search.setText(room ? search.getAccessibleText() : "");
        searchKey.setVisible(room);
    }

    static String icon(Page page) {
        return switch (page) {
            case ENGINES -> Icons.ENGINES;
            case APPS -> Icons.APPS;
            case OPERATIONS -> Icons.OPERATIONS;
            case JOURNAL -> Icons.JOURNAL;
        };
    }

    /** The focus waits in the navigation until the page has something to work on; whoever moved it meanwhile keeps it. */
    private void settleFocus() {
        if (root.getScene() == null || focusSettled || layer.isShowing()) {
            return;
        }
        Node owner = root.getScene().getFocusOwner();
        if (owner == null) {
            navEngines.requestFocus();
        } else {
            focusSettled = owner != navEngines || panes.focusPage();
        }
    }

    /** Puts something of its own kind of profile into the header, beside the lock. */
    public void addTool(Node tool) {
        header.getChildren().add(header.getChildren().indexOf(lock) + 1, tool);
    }

    /** Moves the focus to where the work of the page starts; to its place in the navigation while there is nothing to work on. */
    void focusPage() {
        if (!panes.focusPage()) {
            buttons.get(model.pageProperty().get()).requestFocus();
        }
    }

    /** Moves the focus to the next pane: navigation, list, details. */
    void nextPane() {
        panes.next();
    }

    /** The panes of the page that is shown. */
    Panes panes() {
        return panes;
    }

    boolean hasFilter() {
        return panes.filter().isPresent();
    }

    void focusFilter() {
        panes.focusFilter();
    }

    /** Opens the menu that locks and unlocks writes. */
    void showWriteLock() {
        lock.requestFocus();
        lock.show();
    }

    void toggleNotices() {
        bell.toggle();
    }

    void toggleDiagnostics() {
        drawer.toggle();
    }

    Optional<Text> whyNoWork() {
        return work.whyNot();
    }

    void toggleWork() {
        work.toggle();
    }

    @FXML
    private void readNow() {
        model.readNow();
    }

    @FXML
    private void dismiss() {
        model.dismissNotice();
    }

    private void show(Page page) {
        buttons.forEach((one, button) -> button.setSelected(one == page));
        content.getChildren().setAll(pages.get(page).get());
        if (content.getScene() != null) {
            // A page that is new has no lists to work on before it is laid out once.
            content.applyCss();
            content.layout();
        }
    }

    private void showCounts(Map<Page, String> counts) {
        engineCount.setText(counts.get(Page.ENGINES));
        appCount.setText(counts.get(Page.APPS));
        operationCount.setText(counts.get(Page.OPERATIONS));
    }

    private void showMark(Mark mark) {
        markIcon.setIconLiteral(icon(mark));
        freshness.pseudoClassStateChanged(PseudoClass.getPseudoClass("live"), mark == Mark.LIVE);
        freshness.pseudoClassStateChanged(PseudoClass.getPseudoClass("lost"), mark == Mark.STALE || mark == Mark.OFFLINE);
    }

    private static String icon(Mark mark) {
        return switch (mark) {
            case LIVE -> Icons.LIVE;
            case CATCHING_UP -> Icons.CATCHING_UP;
            case STALE -> Icons.STALE;
            case OFFLINE -> Icons.OFFLINE;
        };
    }

    @FXML
    private void editProfile() {
        actions.run("profile-edit");
    }

    private void showBanner(Optional<ShellViewModel.Banner> shown) {
        banner.setVisible(shown.isPresent());
        banner.setManaged(shown.isPresent());
        shown.ifPresent(what -> {
            bannerIcon.setIconLiteral(icon(model.markProperty().get()));
            bannerTitle.setText(what.title());
            bannerRemark.setText(what.remark());
            // What is said to be wrong, a key or an address, is one step away.
            boolean wrong = model.markProperty().get() == ShellViewModel.Mark.OFFLINE && actions.find("profile-edit").filter(action -> action.whyNot().get().isEmpty()).isPresent();
            editProfile.setVisible(wrong);
            editProfile.setManaged(wrong);
        });
    }
}
