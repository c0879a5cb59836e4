package sh.inference.console.ui.bulk;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.text.Messages;

/** The runs above the list of operations, newest first; not there while there is none. */
public final class BulkRunsPane extends VBox {
    private static final double MOST_HEIGHT = 320;
    private final BulkRunsViewModel model;
    private final Messages words;
    private final VBox cards = new VBox();

    public BulkRunsPane(BulkRunsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        setId("bulk-runs");
        getStyleClass().addAll("bulk-runs", "line-below");
        getStylesheets().add(BulkRunsPane.class.getResource("/sh/inference/console/ui/bulk/bulk.css").toExternalForm());
        Label message = new Label();
        message.setId("bulk-message");
        message.setWrapText(true);
        message.getStyleClass().add("hint");
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MOST_HEIGHT);
        // As high as the cards are at this width, with what wraps in them.
        cards.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        getChildren().setAll(scroll, message);
        model.runs().addListener((ListChangeListener<BulkRun>) this::follow);
        model.runs().reversed().forEach(run -> cards.getChildren().addFirst(new BulkRunCard(run, model, words)));
        setVisible(!model.runs().isEmpty());
        managedProperty().bind(visibleProperty());
    }

    private void follow(ListChangeListener.Change<? extends BulkRun> change) {
        while (change.next()) {
            change.getAddedSubList().reversed().forEach(run -> cards.getChildren().addFirst(new BulkRunCard(run, model, words)));
        }
        setVisible(!model.runs().isEmpty());
    }
}
