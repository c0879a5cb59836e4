package sh.inference.console.ui.journal;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import sh.inference.console.export.JournalReport;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;

/** The forms that the journal can be written in, and whether names are replaced. */
final class JournalExportMenu {
    private final JournalExports exports;
    private final Messages words;

    JournalExportMenu(JournalExports exports, Messages words) {
        this.exports = exports;
        this.words = words;
    }

    void fill(MenuButton menu) {
        menu.setGraphic(Icons.of(Icons.SAVE));
        CheckMenuItem names = new CheckMenuItem(words.of("journal.pseudonyms"));
        names.setId("journal-pseudonyms");
        names.selectedProperty().bindBidirectional(exports.pseudonymsProperty());
        menu.getItems().addAll(names, new SeparatorMenuItem());
        for (JournalReport.Form form : JournalReport.Form.values()) {
            MenuItem item = new MenuItem(words.of("journal.export." + form.ending()));
            item.setId("journal-export-" + form.ending());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> exports.save(form));
            menu.getItems().add(item);
        }
    }
}
