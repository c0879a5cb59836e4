package sh.inference.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.SceneScan;
import sh.inference.console.testing.Screens;

/** The application as its users start it, with everything it keeps below one folder, and what a test looks at in it. */
final class StartedConsole implements AutoCloseable {
    private final List<String> found = new ArrayList<>();
    private final ConsoleApplication application = new ConsoleApplication();
    private final Stage stage;

    StartedConsole(Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--config", folder.toString()));
        arguments.addAll(List.of(options));
        stage = Fx.call(Stage::new);
        Fx.run(() -> application.start(stage, arguments));
        Fx.run(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(800);
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    String title() {
        return stage.getTitle();
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(scene().lookup("#" + id));
    }

    Node node(String id) {
        return find(id).orElseThrow(() -> new AssertionError("no node with the id " + id));
    }

    boolean isShown(String id) {
        for (Node at = find(id).orElse(null); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return find(id).isPresent();
    }

    String text(String id) {
        return switch (node(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> throw new AssertionError(id + " has no text");
        };
    }

    void awaitShown(String id) {
        Fx.await(id, 15, () -> isShown(id));
    }

    void awaitGone(String id) {
        Fx.await(id + " gone", 15, () -> !isShown(id));
    }

    void awaitEngines(int count) {
        Fx.await(count + " engines", 30, () -> find("engines-table").filter(table -> ((TableView<?>) table).getItems().size() == count).isPresent());
    }

    void press(String id) {
        awaitShown(id);
        Fx.run(() -> ((ButtonBase) node(id)).fire());
        Fx.settle();
    }

    void type(String id, String text) {
        awaitShown(id);
        Fx.run(() -> ((TextInputControl) node(id)).setText(text));
        Fx.settle();
    }

    /** The items of a menu as they are when it opens. */
    List<MenuItem> items(String menu) {
        return Fx.call(() -> {
            MenuButton button = (MenuButton) node(menu);
            button.show();
            List<MenuItem> items = List.copyOf(button.getItems());
            button.hide();
            return items;
        });
    }

    /** Chooses an item of a menu. */
    void choose(String menu, String item) {
        MenuItem chosen = items(menu).stream().filter(one -> item.equals(one.getId())).findFirst().orElseThrow(() -> new AssertionError("no item " + item));
        Fx.run(chosen::fire);
        Fx.settle();
    }

    /** Keeps pictures in every look, and notes what in it shuts somebody out. */
    void picture(String screen, String state) {
        Screens.saveAll(scene(), application.theme(), screen, state);
        Fx.run(() -> {
            new SceneScan(scene().getRoot()).all().forEach(line -> found.add(screen + "/" + state + ": " + line));
        });
    }

    /** What was noted by {@link #picture}. */
    List<String> found() {
        return found;
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        Fx.run(application::stop);
        Fx.run(stage::hide);
    }
}
