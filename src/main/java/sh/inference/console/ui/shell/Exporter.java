package sh.inference.console.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;

import sh.inference.console.export.SeenTable;
import sh.inference.console.export.TableExport;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.ui.bulk.Destination;
import sh.inference.console.ui.common.BackgroundWork;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.TableText;

/** Saves the table of the page as it is seen. FX thread; writing goes to the background. */
public final class Exporter {
    private final ConnectionProfile profile;
    private final Destination destination;
    private final BackgroundWork work;
    private final Consumer<Text> say;
    private final TableText text = new TableText();

    /** @param say told what came of it */
    public Exporter(ConnectionProfile profile, Destination destination, BackgroundWork work, Consumer<Text> say) {
        this.profile = profile;
        this.destination = destination;
        this.work = work;
        this.say = say;
    }

    /**
     * Asks where to, and writes.
     *
     * @param page as in {@code engines}
     * @param asOf when what is seen was last heard
     * @param form {@code csv} or {@code json}
     */
    void save(Panes panes, String page, Instant asOf, String form) {
        panes.table().ifPresent(table -> {
            SeenTable seen = seen(panes, table, page, asOf, text.rows(table));
            destination.choose(page + "-" + profile.name() + "." + form).ifPresent(file -> write(seen, file));
        });
    }

    /** The chosen row as JSON, with the same origin as a whole table. */
    void copyRow(Panes panes, String page, Instant asOf) {
        panes.table().filter(table -> table.getSelectionModel().getSelectedIndex() >= 0).ifPresent(table -> {
            SeenTable seen = seen(panes, table, page, asOf, List.of(text.row(table, table.getSelectionModel().getSelectedIndex())));
            try {
                CopyButton.toClipboard(TableExport.json(seen));
                say.accept(Text.of("export.copied"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private SeenTable seen(Panes panes, TableView<?> table, String page, Instant asOf, List<List<String>> rows) {
        return new SeenTable(page, profile, filter(panes), asOf, TableText.heads(table), rows);
    }

    private void write(SeenTable seen, Path file) {
        work.run(Text.of("work.writing", file.toString()), () -> {
            TableExport.write(seen, file);
            return seen.rows().size();
        }, rows -> say.accept(Text.of("export.saved", rows, file.toString())), failed -> say.accept(Text.of("export.failed", file.toString(), String.valueOf(failed.getMessage()))),
                () -> say.accept(Text.of("work.broken-off", file.toString())));
    }

    /** What is typed, and which chips are pressed. */
    private static String filter(Panes panes) {
        StringBuilder words = new StringBuilder(panes.filter().map(TextField::getText).orElse(""));
        panes.chips().stream().filter(Toggle::isSelected).map(ToggleButton::getAccessibleText).filter(word -> word != null && !word.isBlank())
                .forEach(word -> words.append(words.isEmpty() ? "" : ", ").append(word));
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }
}
