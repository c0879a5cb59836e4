package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Feed;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.Screens;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.engines.EngineRow;

/** More engines than may have a stream each, and a service without a workspace stream: what is looked at is streamed. */
@ExtendWith(FxExtension.class)
class LargeFleetOnScreenTest {
    private static final int ENGINES = 130;
    @TempDir
    private Path folder;
    private SandboxServer sandbox;
    private Wiring wiring;
    private Scene scene;
    private Theme theme;

    @AfterEach
    void close() {
        Fx.run(() -> wiring.close());
        sandbox.close();
    }

    @Test
    void whatIsOnScreenAndInDetailHasItsOwnStreamAndTheRestIsPolled() throws IOException {
        open();
        Fx.await("own streams for the first rows", 20, () -> rows().size() > 8 && rows().stream().allMatch(row -> feed(row) == Feed.ENGINE));
        assertThat(Fx.call(() -> wiring.fleet().entries().values().stream().filter(entry -> entry.feed() == Feed.ENGINE).count())).isLessThanOrEqualTo(64);

        String chosen = Fx.call(() -> rows().getFirst().id());
        Fx.run(() -> table().getSelectionModel().select(rows().getFirst()));
        Fx.run(() -> table().requestFocus());
        Keys.push(KeyCode.ENTER);
        Fx.run(() -> table().scrollTo(ENGINES - 1));
        Fx.await("own streams for the last rows", 20, () -> rows().stream().noneMatch(row -> row.id().equals(chosen)) && rows().stream().allMatch(row -> feed(row) == Feed.ENGINE));
        assertThat(Fx.call(() -> wiring.fleet().entries().get(chosen).feed())).isEqualTo(Feed.ENGINE);
        assertThat(Fx.call(() -> wiring.fleet().entries().values().stream().anyMatch(entry -> entry.feed() == Feed.POLL))).isTrue();
        assertThat(Fx.call(() -> wiring.shell().lineProperty().get())).contains("streams for what is on screen");
        Screens.saveAll(scene, theme, "engines", "130-no-events");
    }

    @Test
    void whatASecondWindowShowsHasItsOwnStreamsToo() throws IOException {
        open();
        Scene second = Fx.call(() -> {
            Wiring further = new Wiring(wiring.workspace());
            Scene made = new Scene(further.root(), 1280, 800);
            new Theme(Optional.of(Look.DARK)).apply(made);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            return made;
        });
        Fx.await("rows in the second window", 10, () -> rows(second).size() > 8);
        Fx.run(() -> table(second).scrollTo(ENGINES - 1));
        Fx.await("streams for the first rows here and the last rows there", 20, () -> rows(second).stream().noneMatch(row -> rows().contains(row))
                && rows(second).getLast().id().equals(table(second).getItems().getLast().id()) && rows().stream().allMatch(row -> feed(row) == Feed.ENGINE)
                && rows(second).stream().allMatch(row -> feed(row) == Feed.ENGINE));
        assertThat(Fx.call(() -> wiring.fleet().entries().values().stream().anyMatch(entry -> entry.feed() == Feed.POLL))).isTrue();
        Fx.run(() -> second.getWindow().hide());
    }

    private void open() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()).withEngines(ENGINES).withRate(40));
        sandbox.turn(Drill.NO_EVENTS, true);
        Fx.run(() -> {
            wiring = new Wiring(new ConnectionProfile("sandbox", sandbox.url(), ProfileKind.SANDBOX), new ApiKey(sandbox.key()), ConfigFolder.under(folder));
            scene = new Scene(wiring.root(), 1280, 800);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            wiring.start();
            stage.show();
        });
        Fx.await("a live fleet", 30, () -> wiring.fleet().entries().size() == ENGINES && wiring.fleet().connection().freshness().isLive());
    }

    private Feed feed(EngineRow row) {
        return wiring.fleet().entries().get(row.id()).feed();
    }

    private TableView<EngineRow> table() {
        return table(scene);
    }

    @SuppressWarnings("unchecked")
    private static TableView<EngineRow> table(Scene of) {
        return (TableView<EngineRow>) (TableView<?>) of.lookup("#engines-table");
    }

    private List<EngineRow> rows() {
        return rows(scene);
    }

    /** The rows that can be seen in a window. */
    private static List<EngineRow> rows(Scene of) {
        return table(of).lookupAll(".table-row-cell").stream().filter(node -> node.isVisible()).map(node -> ((TableRow<?>) node).getItem())
                .filter(EngineRow.class::isInstance).map(EngineRow.class::cast).toList();
    }
}
