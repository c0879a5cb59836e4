package sh.inference.console.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import sh.inference.console.export.SeenTable;
import sh.inference.console.export.TableExport;
import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.bulk.Destination;
import sh.inference.console.ui.common.BackgroundWork;
import sh.inference.console.ui.common.CopyButton;
import sh.inference.console.ui.common.Kinds;
import sh.inference.console.ui.common.SeenList;
import sh.inference.console.ui.common.TableText;

/** Copies a row of the list that is worked in, and saves the whole list as it is seen. FX thread; writing goes to the background. */
public final class Exporter {
    private final ConnectionProfile profile;
    private final Destination destination;
    private final BackgroundWork work;
    private final Messages words;
    private final Consumer<Text> say;
    private final Consumer<Text> trouble;
    private final TableText text = new TableText();

    /**
     * @param say     told what came of it
     * @param trouble told what must not be missed
     */
    public Exporter(ConnectionProfile profile, Destination destination, BackgroundWork work, Messages words, Consumer<Text> say, Consumer<Text> trouble) {
        this.profile = profile;
        this.destination = destination;
        this.work = work;
        this.words = words;
        this.say = say;
        this.trouble = trouble;
    }

    /**
     * Asks where to, and writes.
     *
     * @param page as in {@code engines}
     * @param asOf when what is seen was last heard
     * @param form {@code csv} or {@code json}
     */
    void save(Panes panes, String page, Instant asOf, String form) {
        panes.list().ifPresent(list -> {
            SeenTable seen = seen(panes, list, page, asOf, rows(list));
            destination.choose(page + "-" + profile.name() + "." + form).ifPresent(file -> write(seen, file));
        });
    }

    /** Why no row can be copied; empty when one can. */
    Optional<Text> whyNoRow(Panes panes) {
        return panes.list().isEmpty() ? Optional.of(Text.of("action.export.none")) : row(panes).isEmpty() ? Optional.of(Text.of("action.copy.none")) : Optional.empty();
    }

    /** The chosen rows as text. */
    void copyText(Panes panes) {
        row(panes).ifPresent(row -> copy(row.line(), "export.copied.text"));
    }

    /** The request for the chosen row. */
    void copyCurl(Panes panes) {
        row(panes).flatMap(SeenList.Row::call).ifPresentOrElse(call -> copy(call.asCurl(profile.baseUrl().toString()), "export.copied.curl"),
                () -> say.accept(Text.of("export.no-call")));
    }

    /** The chosen row as JSON, with the same origin as a whole table. */
    void copyJson(Panes panes, String page, Instant asOf) {
        panes.list().filter(list -> index(list) >= 0).ifPresent(list -> {
            SeenTable seen = seen(panes, list, page, asOf, List.of(list instanceof TableView<?> table ? text.row(table, index(list)) : rows(list).get(index(list))));
            try {
                CopyButton.toClipboard(TableExport.json(seen));
                say.accept(Text.of("export.copied"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private void copy(String what, String done) {
        CopyButton.toClipboard(Kinds.marked(profile.kind(), what, words));
        say.accept(Text.of(done));
    }

    private static Optional<SeenList.Row> row(Panes panes) {
        return panes.list().flatMap(SeenList::on).flatMap(SeenList::chosen);
    }

    private static int index(Control list) {
        return list instanceof TableView<?> table ? table.getSelectionModel().getSelectedIndex() : ((ListView<?>) list).getSelectionModel().getSelectedIndex();
    }

    private List<List<String>> rows(Control list) {
        return list instanceof TableView<?> table ? text.rows(table) : SeenList.on(list).map(SeenList::rows).orElse(List.of());
    }

    private SeenTable seen(Panes panes, Control list, String page, Instant asOf, List<List<String>> rows) {
        List<String> heads = list instanceof TableView<?> table ? TableText.heads(table) : SeenList.on(list).map(SeenList::heads).orElse(List.of());
        return new SeenTable(page, profile, filter(panes, list), asOf, heads, rows);
    }

    private void write(SeenTable seen, Path file) {
        work.run(Text.of("work.writing", file.toString()), () -> {
            TableExport.write(seen, file);
            return seen.rows().size();
        }, rows -> say.accept(Text.of("export.saved", rows, file.toString())), failed -> trouble.accept(Text.of("export.failed", file.toString(), FileFault.why(failed))),
                () -> say.accept(Text.of("work.broken-off", file.toString())));
    }

    /** What is typed, and what else narrows the list. */
    private static String filter(Panes panes, Control list) {
        return Stream.of(panes.filter().map(TextField::getText).orElse(""), SeenList.on(list).map(SeenList::filter).orElse(""))
                .filter(part -> !part.isBlank()).map(String::strip).collect(Collectors.joining(", "));
    }
}
