package sh.inference.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Screens;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** The whole console in a window, and what a test looks at in it. Nodes are found by their ids. */
final class OpenConsole implements AutoCloseable {
    private static final int MOST_TRIES = 6;
    private final Wiring wiring;
    private final Scene scene;
    private final Theme theme;
    private final Stage stage;

    OpenConsole(ConnectionProfile profile, String key, Path folder, double width, double height) {
        this(() -> new Wiring(profile, new ApiKey(key), ConfigFolder.under(folder)), width, height);
    }

    OpenConsole(Callable<Wiring> wired, double width, double height) {
        wiring = Fx.call(wired);
        scene = Fx.call(() -> new Scene(wiring.root(), width, height));
        theme = Fx.call(() -> new Theme(Optional.of(Look.DARK)));
        stage = Fx.call(() -> {
            theme.apply(scene);
            Stage made = new Stage();
            made.setScene(scene);
            made.setX(0);
            made.setY(0);
            wiring.start();
            made.show();
            return made;
        });
    }

    void awaitLive(int engines) {
        Fx.await("a live fleet", 30, () -> wiring.fleet().entries().size() == engines && wiring.fleet().connection().freshness().isLive());
    }

    /** Gives the scene a size, as an operator who drags the window's corner does. */
    void resize(int width, int height) {
        Fx.run(() -> {
            stage.setWidth(stage.getWidth() - scene.getWidth() + width);
            stage.setHeight(stage.getHeight() - scene.getHeight() + height);
        });
        Fx.await("the size", 5, () -> Math.abs(scene.getWidth() - width) < 1 && Math.abs(scene.getHeight() - height) < 1);
    }

    Wiring wiring() {
        return wiring;
    }

    Scene scene() {
        return scene;
    }

    Theme theme() {
        return theme;
    }

    Stage stage() {
        return stage;
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(scene.lookup("#" + id));
    }

    Node node(String id) {
        return find(id).orElseThrow(() -> new AssertionError("no node with the id " + id));
    }

    boolean isShown(String id) {
        return find(id).filter(OpenConsole::isVisible).isPresent();
    }

    String text(String id) {
        return switch (node(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> throw new AssertionError(id + " has no text");
        };
    }

    TableView<?> table(String id) {
        return (TableView<?>) node(id);
    }

    /** The place of the first row that fits; -1 while there is none. */
    int indexOf(String table, Predicate<Object> wanted) {
        int index = 0;
        for (Object item : table(table).getItems()) {
            if (wanted.test(item)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    /** The laid-out row at a place of a table, scrolled to. */
    Node row(String table, int index) {
        Fx.run(() -> table(table).scrollTo(Math.max(0, index - 2)));
        Fx.await("row " + index + " of " + table, 10, () -> shownRow(table, index).isPresent());
        return Fx.call(() -> shownRow(table, index).orElseThrow());
    }

    private Optional<Node> shownRow(String table, int index) {
        return table(table).lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.getIndex() == index && !cell.isEmpty() && cell.isVisible()).findFirst();
    }

    EngineEntry entry(String name) {
        return wiring.fleet().entries().values().stream().filter(entry -> entry.engine().name().equals(name)).findFirst().orElseThrow();
    }

    EngineStatus status(String name) {
        return entry(name).engine().status().value();
    }

    /**
     * Confirms what a dialog shows, with the name typed where it is asked for; once more where the plan changed meanwhile, as an
     * operator would: an engine takes and ends tasks at any time, and with them the name is asked for or no longer.
     */
    void confirm(Hand hand) {
        for (int tries = 0; tries < MOST_TRIES && Fx.call(() -> isShown("confirm-dialog")); tries++) {
            Fx.await("what can be confirmed or named", 10, () -> !node("confirm-ok").isDisabled() || asksForName());
            if (Fx.call(this::asksForName)) {
                hand.types(this, "confirm-name", Fx.call(() -> text("confirm-name-shown")));
            }
            if (hand.presses(this, "confirm-ok")) {
                Fx.await("the dialog gone, or asking again", 15, () -> find("confirm-dialog").isEmpty() || isShown("confirm-notice") && !node("confirm-cancel").isDisabled());
            }
        }
        Fx.await("the dialog gone", 15, () -> find("confirm-dialog").isEmpty());
    }

    private boolean asksForName() {
        return isShown("confirm-name") && !text("confirm-name").equals(text("confirm-name-shown"));
    }

    /** Keeps a picture in every look. */
    void picture(String screen, String state) {
        Screens.saveAll(scene, theme, screen, state);
    }

    @Override
    public void close() {
        Fx.run(wiring::close);
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
