package sh.inference.console;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;

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
    private final ShellViewModel shell;
    private Optional<WindowPlace> normal = Optional.empty();

    WindowMemory(WindowFile file, Stage stage, ShellViewModel shell) {
        this.file = file;
        this.stage = stage;
        this.shell = shell;
    }

    /** Before the window shows. A place on no screen is left, and said. */
    void restore() {
        file.read().ifPresent(place -> {
            Arrays.stream(ShellViewModel.Page.values()).filter(page -> page.name().equals(place.page())).findFirst().ifPresent(shell::go);
            if (Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(bounds -> isOn(place, bounds))) {
                stage.setX(place.x());
                stage.setY(place.y());
                stage.setWidth(place.width());
                stage.setHeight(place.height());
                stage.setMaximized(place.maximized());
                normal = Optional.of(place);
            } else {
                shell.say(Text.of("shell.monitor-gone"));
            }
        });
        stage.xProperty().subscribe(now -> note());
        stage.yProperty().subscribe(now -> note());
        stage.widthProperty().subscribe(now -> note());
        stage.heightProperty().subscribe(now -> note());
    }

    /** When the window closes. */
    void remember() {
        note();
        normal.ifPresent(place -> {
            try {
                file.write(new WindowPlace(place.x(), place.y(), place.width(), place.height(), stage.isMaximized(), shell.pageProperty().get().name()));
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
