package sh.inference.console.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Flyout;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.diagnostics.DiagnosticsView;
import sh.inference.console.ui.diagnostics.DiagnosticsViewModel;

/** The button in the status bar and the drawer of figures that opens above it. */
public final class DiagnosticsDrawer {
    private static final Insets ABOVE_THE_STATUS_BAR = new Insets(52, 8, 28, 8);
    private final Button button;
    private final Flyout flyout;

    public DiagnosticsDrawer(Diagnostics diagnostics, FleetStore fleet, ProfileKind kind, Messages words, ViewLoader loader) {
        DiagnosticsViewModel model = new DiagnosticsViewModel(diagnostics, fleet, kind, words);
        flyout = new Flyout(() -> loader.load(new DiagnosticsView(model, words)), Pos.BOTTOM_RIGHT, ABOVE_THE_STATUS_BAR, () -> { });
        flyout.openProperty().subscribe(model::setShown);
        button = new Button(words.of("diagnostics.title"), Icons.of(Icons.DIAGNOSTICS, "small-icon"));
        button.setId("diagnostics-open");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().addAll("quiet", "status-button");
        button.setOnAction(event -> toggle());
    }

    /** Opens it, or closes it when it is open. */
    public void toggle() {
        flyout.toggle(button);
    }

    Node button() {
        return button;
    }

    Flyout flyout() {
        return flyout;
    }
}
