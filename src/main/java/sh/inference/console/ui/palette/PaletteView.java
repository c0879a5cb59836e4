package sh.inference.console.ui.palette;

import java.util.Optional;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.KindBadge;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Placeholder;

/** The palette on screen: a field and what it finds. The focus stays in the field; arrows move through the list. */
public final class PaletteView {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private final PaletteViewModel model;
    private final ConnectionProfile profile;
    private final ModalLayer layer;
    @FXML private VBox root;
    @FXML private HBox head;
    @FXML private TextField typed;
    @FXML private ListView<PaletteEntry> list;
    @FXML private FlowPane keys;
    @FXML private Label count;

    public PaletteView(PaletteViewModel model, ConnectionProfile profile, ModalLayer layer) {
        this.model = model;
        this.profile = profile;
        this.layer = layer;
    }

    /** Shows the palette above everything; does nothing while a dialog is open. */
    public void show(String begin) {
        if (!layer.isShowing()) {
            model.open(begin);
            layer.show(root, this::close);
            typed.requestFocus();
            typed.end();
            selectFirst();
        }
    }

    @FXML
    private void initialize() {
        head.getChildren().addFirst(Icons.of(Icons.SEARCH));
        head.getChildren().add(new KindBadge(profile.kind(), model.words()));
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setItems(model.entries());
        list.setPlaceholder(Placeholder.sentence(model.words().of("palette.none")));
        list.setCellFactory(made -> new PaletteCell(model));
        list.setOnMouseClicked(event -> run());
        list.getSelectionModel().selectedItemProperty().subscribe(entry -> typed.setAccessibleHelp(entry == null ? "" : PaletteCell.sentence(entry)));
        model.entries().subscribe(this::selectFirst);
        count.textProperty().bind(model.countProperty());
        hint("↑ ↓", "palette.key.choose");
        hint("Enter", "palette.key.open");
        hint(COPY.getDisplayText(), "palette.key.copy");
        hint("Esc", "palette.key.close");
    }

    private void hint(String key, String what) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Label word = new Label(model.words().of(what));
        word.getStyleClass().addAll("hint", "muted");
        keys.getChildren().addAll(cap, word);
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = model.entries().size() - 1;
        switch (event.getCode()) {
            case DOWN -> select(at >= last ? 0 : at + 1);
            case UP -> select(at <= 0 ? last : at - 1);
            case PAGE_DOWN -> select(Math.min(last, at + 8));
            case PAGE_UP -> select(Math.max(0, at - 8));
            case ENTER -> run();
            default -> {
                if (!COPY.match(event) || !typed.getSelectedText().isEmpty() || !copy()) {
                    return;
                }
            }
        }
        event.consume();
    }

    private boolean copy() {
        Optional<String> id = chosen().map(PaletteEntry::id).filter(text -> !text.isEmpty());
        id.ifPresent(CopyButton::toClipboard);
        return id.isPresent();
    }

    private void run() {
        chosen().filter(PaletteEntry::enabled).ifPresent(entry -> {
            model.chosen(entry);
            close();
            entry.run().run();
        });
    }

    private void close() {
        layer.close(root);
    }

    private Optional<PaletteEntry> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void selectFirst() {
        model.first().ifPresent(entry -> select(model.entries().indexOf(entry)));
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 6));
    }
}
