package sh.inference.console.ui.shell;

import java.util.Optional;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;

import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Flyout;
import sh.inference.console.ui.common.HoverText;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.work.WorkLine;
import sh.inference.console.ui.work.WorkPane;
import sh.inference.console.ui.work.WorkViewModel;

/** The button in the status bar that says how much goes on behind the screen, and the list that opens above it. */
public final class WorkDrawer {
    private static final Insets ABOVE_THE_STATUS_BAR = new Insets(52, 8, 28, 8);
    private final Messages words;
    private final WorkViewModel model;
    private final Button button = new Button("", Icons.of(Icons.WORK, "small-icon"));
    private final Flyout flyout;

    public WorkDrawer(WorkViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        flyout = new Flyout(() -> new WorkPane(model, words), Pos.BOTTOM_RIGHT, ABOVE_THE_STATUS_BAR, () -> { });
        button.setId("work-open");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().addAll("quiet", "status-button");
        button.managedProperty().bind(button.visibleProperty());
        HoverText.on(button, button::getAccessibleText);
        button.setOnAction(event -> toggle());
        button.focusedProperty().subscribe((before, now) -> show());
        model.lines().addListener((ListChangeListener<WorkLine>) change -> show());
        show();
    }

    /** Opens it, or closes it when it is open. */
    public void toggle() {
        flyout.toggle(button);
    }

    /** Why there is nothing to open; empty when there is. */
    Optional<Text> whyNot() {
        return model.lines().isEmpty() ? Optional.of(Text.of("work.empty")) : Optional.empty();
    }

    Button button() {
        return button;
    }

    Flyout flyout() {
        return flyout;
    }

    private void show() {
        int goingOn = model.lines().size();
        String said = words.of("work.button", goingOn);
        button.setText(words.formats().number(goingOn));
        // Where nothing goes on the room is for figures; a list that is open needs the button the focus returns to.
        button.setVisible(goingOn > 0 || flyout.openProperty().get() || button.isFocused());
        button.setAccessibleText(said);
    }
}
