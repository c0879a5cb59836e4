package sh.inference.console.ui.notices;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Placeholder;

/** The list of notices, as it drops down from the bell. */
public final class NoticesView {
    private final NoticesViewModel model;
    private final Messages words;
    @FXML private ListView<NoticeLine> list;
    @FXML private Button clear;

    public NoticesView(NoticesViewModel model, Messages words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(made -> new NoticeCell(model::remedy));
        list.setItems(model.lines());
        list.setPlaceholder(Placeholder.sentence(words.of("notices.empty")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        clear.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.lines()));
    }

    @FXML
    private void clear() {
        model.clear();
    }

    private void onKey(KeyEvent event) {
        NoticeLine chosen = list.getSelectionModel().getSelectedItem();
        if (event.isShortcutDown() && event.getCode() == KeyCode.C && chosen != null) {
            CopyButton.toClipboard(chosen.sentence());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && chosen != null) {
            model.remedy(chosen);
            event.consume();
        }
    }
}
