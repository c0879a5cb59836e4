package sh.inference.console.ui.apps;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.StatusMark;
import sh.inference.console.ui.common.WholeText;

/** A cell of the list of apps. Its node is made once and only changes what it shows. */
final class AppCell<N extends Node> extends TableCell<AppRow, AppLine> {
    private final N node;
    private final BiConsumer<N, AppLine> show;

    private AppCell(N node, BiConsumer<N, AppLine> show) {
        this.node = node;
        this.show = show;
    }

    /** Makes a column show a part of the line as text. */
    static void text(TableColumn<AppRow, AppLine> column, Function<AppLine, String> part, String... styleClasses) {
        use(column, () -> WholeText.onHover(new Label()), (label, line) -> label.setText(part.apply(line)), styleClasses);
    }

    static void category(TableColumn<AppRow, AppLine> column) {
        use(column, () -> new FontIcon("mdoal-category"), (icon, line) -> {
            icon.setIconLiteral(line.favourite() ? Icons.FAVOURITE : Categories.icon(line.category()));
            icon.getStyleClass().remove("warn-icon");
            if (line.favourite()) {
                icon.getStyleClass().add("warn-icon");
            }
        }, "small-icon");
    }

    static void status(TableColumn<AppRow, AppLine> column, Messages words) {
        use(column, StatusMark::new, (mark, line) -> mark.show(line.status(), words));
    }

    private static <N extends Node> void use(TableColumn<AppRow, AppLine> column, Supplier<N> make, BiConsumer<N, AppLine> show, String... styleClasses) {
        column.setCellValueFactory(features -> features.getValue().lineProperty());
        column.setCellFactory(made -> {
            N node = make.get();
            node.getStyleClass().addAll(styleClasses);
            return new AppCell<>(node, show);
        });
    }

    @Override
    protected void updateItem(AppLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
        } else {
            show.accept(node, line);
            setGraphic(node);
        }
    }
}
