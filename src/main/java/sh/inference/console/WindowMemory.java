package sh.inference.console;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import sh.inference.console.model.Text;
import sh.inference.console.settings.WindowFile;
import sh.inference.console.settings.WindowPlace;
import sh.inference.console.ui.shell.ShellViewModel;

/** Puts the window back where it was, with the page it showed, and remembers both when it closes. FX thread. */
final class WindowMemory {
    private static final Logger LOG = System.getLogger(WindowMemory.class.getName());
    private final WindowFile file;
    private final Stage stage;
    private final Supplier<ShellViewModel> shell;
    private final Consumer<Text> say;
    private Optional<WindowPlace> normal = Optional.empty();

    /**
     * @param shell what the window shows when it is asked for
     * @param say   told what could not be restored
     */
    WindowMemory(WindowFile file, Stage stage, Supplier<ShellViewModel> shell, Consumer<Text> say) {
        this.say = say;
        this.file = file;
        this.stage = stage;
        this.shell = shell;
    }

    /** Before the window shows. A place on no screen is left, and a file that cannot be read; both are said. */
    void restore() {
        WindowFile.Reading reading = file.read();
        reading.problem().ifPresent(say);
        reading.place().ifPresent(place -> {
            Arrays.stream(ShellViewModel.Page.values()).filter(page -> page.name().equals(place.page())).findFirst().ifPresent(shell.get()::go);
            Screen.getScreens().stream().map(Screen::getVisualBounds).filter(bounds -> isOn(place, bounds)).findFirst().ifPresentOrElse(bounds -> put(place, bounds),
                    () -> say.accept(Text.of("shell.monitor-gone")));
        });
        stage.xProperty().subscribe(now -> note());
        stage.yProperty().subscribe(now -> note());
        stage.widthProperty().subscribe(now -> note());
        stage.heightProperty().subscribe(now -> note());
        // It may show where it was put before, and never be moved.
        stage.showingProperty().subscribe(now -> note());
    }

    /** The monitor may have become smaller since. */
    private void put(WindowPlace place, Rectangle2D bounds) {
        WindowPlace fit = place.within(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        stage.setX(fit.x());
        stage.setY(fit.y());
        stage.setWidth(fit.width());
        stage.setHeight(fit.height());
        stage.setMaximized(fit.maximized());
        normal = Optional.of(fit);
    }

    /** When the window closes. */
    void remember() {
        note();
        normal.ifPresent(place -> {
            try {
                file.write(new WindowPlace(place.x(), place.y(), place.width(), place.height(), stage.isMaximized(), shell.get().pageProperty().get().name()));
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "The place of the window could not be kept", failed);
            }
        });
    }

    /** While it is maximized the place before that counts. */
    private void note() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            normal = Optional.of(new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false, "")).filter(WindowPlace::isSane).or(() -> normal);
        }
    }

    private static boolean isOn(WindowPlace place, Rectangle2D bounds) {
        return place.isOn(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
