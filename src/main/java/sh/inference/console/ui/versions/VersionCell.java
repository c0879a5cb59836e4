package sh.inference.console.ui.versions;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import sh.inference.console.ui.common.WholeText;

/** A cell of the table of versions. Its node is made once and only changes what it shows. */
final class VersionCell<N extends Node> extends TableCell<VersionRow, VersionLine> {
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");
    private final N node;
    private final BiConsumer<N, VersionLine> show;

    private VersionCell(N node, BiConsumer<N, VersionLine> show) {
        this.node = node;
        this.show = show;
    }

    /** Makes a column show a part of the line as text. */
    static void text(TableColumn<VersionRow, VersionLine> column, Function<VersionLine, String> part, String... styleClasses) {
        use(column, () -> WholeText.onHover(new Label()), (label, line) -> {
            label.setText(part.apply(line));
            label.pseudoClassStateChanged(IN_USE, line.inUse());
        }, styleClasses);
    }

    static void badge(TableColumn<VersionRow, VersionLine> column) {
        use(column, BadgeMark::new, (mark, line) -> mark.show(line.badge(), line.badgeWord()));
    }

    private static <N extends Node> void use(TableColumn<VersionRow, VersionLine> column, Supplier<N> make, BiConsumer<N, VersionLine> show, String... styleClasses) {
        column.setCellValueFactory(features -> features.getValue().lineProperty());
        column.setCellFactory(made -> {
            N node = make.get();
            node.getStyleClass().addAll(styleClasses);
            return new VersionCell<>(node, show);
        });
    }

    @Override
    protected void updateItem(VersionLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
        } else {
            show.accept(node, line);
            setGraphic(node);
        }
    }
}
