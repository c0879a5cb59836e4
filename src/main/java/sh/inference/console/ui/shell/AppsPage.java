package sh.inference.console.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.profile.TableLayouts;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.apps.AppsView;
import sh.inference.console.ui.apps.AppsViewModel;
import sh.inference.console.ui.apps.ShelfViewModel;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.compare.CompareView;
import sh.inference.console.ui.compare.CompareViewModel;
import sh.inference.console.ui.versions.NoteViewModel;
import sh.inference.console.ui.versions.VersionsView;
import sh.inference.console.ui.versions.VersionsViewModel;
import sh.inference.console.ui.versions.WebLink;

/** The apps with the versions of the chosen one beside them, and above both the comparison of two versions: the one place that knows all three. */
public final class AppsPage {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private final StackPane root = new StackPane();
    /** What had the focus when the comparison opened. */
    private Node asked;

    /** @param layer where dialogs stand; over a comparison they stand at the side, so that it can still be read */
    public AppsPage(AppsViewModel apps, ShelfViewModel shelf, VersionsViewModel versions, CompareViewModel comparison, WebLink web, NoteViewModel note, TableLayouts layouts, ViewLoader loader, Messages words, ModalLayer layer) {
        apps.selectedProperty().subscribe(row -> versions.show(row == null ? "" : row.id()));
        apps.jumpedProperty().subscribe(to -> to.filter(one -> !one.version().isEmpty()).ifPresent(one -> versions.want(one.version())));
        Node list = loader.load(new AppsView(apps, shelf, layouts, words, loader.load(new VersionsView(versions, words, comparison::show, web, note, layouts))));
        CompareView compare = new CompareView(comparison, words);
        Node above = loader.load(compare);
        root.getChildren().setAll(list);
        comparison.openProperty().subscribe((before, open) -> {
            Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
            root.getChildren().setAll(open ? above : list);
            if (open) {
                asked = focused;
                compare.focus();
            } else if (asked != null) {
                asked.requestFocus();
            }
        });
        root.sceneProperty().subscribe(scene -> layer.setDocked(scene != null && comparison.openProperty().get()));
        comparison.openProperty().subscribe(open -> layer.setDocked(open && root.getScene() != null));
    }

    /** Greys what is shown while it is old. */
    public AppsPage greyedBy(ObservableValue<ShellViewModel.Mark> mark) {
        root.getStyleClass().add("apps-and-versions");
        mark.subscribe(now -> root.pseudoClassStateChanged(STALE, now == ShellViewModel.Mark.STALE || now == ShellViewModel.Mark.OFFLINE));
        return this;
    }

    public Parent node() {
        return root;
    }
}
