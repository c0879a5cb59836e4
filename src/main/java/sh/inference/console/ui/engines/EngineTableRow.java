package sh.inference.console.ui.engines;

import java.time.Instant;
import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.ui.common.Deadline;
import sh.inference.console.ui.common.EngineWords;

/** A row that carries its engine's trouble at the left edge and reads as one sentence. */
final class EngineTableRow extends TableRow<EngineRow> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass ODD = PseudoClass.getPseudoClass("unclear");
    private final EnginesViewModel model;
    /** Lies behind the cells of a chosen row: a state of the row itself would have the style sheets read anew for all that is in it. */
    private final Region chosen = new Region();
    private Subscription following = Subscription.EMPTY;

    EngineTableRow(EnginesViewModel model) {
        this.model = model;
        chosen.getStyleClass().add("chosen-mark");
        chosen.setManaged(false);
        chosen.setMouseTransparent(true);
        chosen.setVisible(false);
    }

    /** The skin takes away what is not a cell whenever it makes its cells anew. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!getChildren().contains(chosen)) {
            getChildren().addFirst(chosen);
        }
        chosen.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected void updateItem(EngineRow row, boolean empty) {
        boolean other = row != getItem();
        super.updateItem(row, empty);
        if (other || empty) {
            following.unsubscribe();
            following = row == null || empty ? Subscription.EMPTY : row.entryProperty().subscribe(now -> mark());
            mark();
        }
        choose();
    }

    /**
     * Fills its cells at once. The table reads the style sheets anew for every node in a row that still waits for its layout,
     * which takes longer than all the rest of a sort or a filter.
     */
    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        if (isNeedsLayout() && getSkin() != null && getWidth() > 0) {
            layout();
        }
    }

    /** Shows whether its engine is among the chosen ones. */
    void choose() {
        chosen.setVisible(getItem() != null && !isEmpty() && model.selection().contains(getItem().id()));
    }

    /** The sentence is made when somebody asks for it: a row changes many times a second, and is read aloud seldom. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (getItem() == null) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        return switch (attribute) {
            case TEXT -> sentence();
            // What each worker does, for who asks for more than the sentence.
            case HELP -> String.join("; ", model.words().eachWorker(getItem().engine()));
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private String sentence() {
        String group = model.arrangement().begun(getIndex());
        String sentence = model.words().sentence(getItem().entry(), model.ticker().now());
        return group.isEmpty() ? sentence : group + ". " + sentence;
    }

    /** Shows how its engine is, and whether that is known. */
    void mark() {
        EngineRow row = getItem();
        Instant now = model.ticker().now();
        boolean wrong = false;
        boolean unclear = false;
        boolean old = row != null && model.isOld(row.entry());
        if (row != null) {
            Optional<Deadline> deadline = model.words().deadline(row.engine(), now);
            wrong = row.engine().is(EngineStatus.DISCONNECTED) || deadline.filter(d -> d == Deadline.URGENT || d == Deadline.OVER).isPresent();
            unclear = !wrong && row.engine().is(EngineStatus.UNKNOWN);
        }
        pseudoClassStateChanged(WRONG, wrong);
        pseudoClassStateChanged(ODD, unclear);
        // Old while others are live: its own line is lost, or it was not heard of since all lines were. When all are, the whole grid says so.
        pseudoClassStateChanged(STALE, old);
    }
}
