package sh.inference.console.ui.journal;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import sh.inference.console.journal.JournalItem;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Status;
import sh.inference.console.ui.common.StatusMark;
import sh.inference.console.ui.common.WholeText;

/** A cell of the table of the journal. Its node is made once and only changes what it shows. */
final class JournalCell<N extends Node> extends TableCell<JournalItem, JournalItem> {
    private final N node;
    private final BiConsumer<N, JournalItem> show;

    private JournalCell(N node, BiConsumer<N, JournalItem> show) {
        this.node = node;
        this.show = show;
    }

    static void text(TableColumn<JournalItem, JournalItem> column, Function<JournalItem, String> part, String... styleClasses) {
        use(column, () -> {
            Label label = WholeText.onHover(new Label());
            label.getStyleClass().addAll(styleClasses);
            return label;
        }, (label, item) -> label.setText(part.apply(item).replace('\n', ' ')));
    }

    static void status(TableColumn<JournalItem, JournalItem> column, Messages words, Function<JournalItem, Status> part) {
        use(column, StatusMark::new, (mark, item) -> mark.show(part.apply(item), words));
    }

    private static <N extends Node> void use(TableColumn<JournalItem, JournalItem> column, Supplier<N> make, BiConsumer<N, JournalItem> show) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(made -> new JournalCell<>(make.get(), show));
    }

    @Override
    protected void updateItem(JournalItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
        } else {
            show.accept(node, item);
            setGraphic(node);
        }
    }
}
