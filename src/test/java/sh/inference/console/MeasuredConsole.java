package sh.inference.console;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javafx.scene.Scene;
import javafx.stage.Stage;

import sh.inference.console.api.InferenceApi;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.FleetStore;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** The console as its users have it, in a window of a given size, for those who measure it. FX thread. */
public final class MeasuredConsole implements AutoCloseable {
    private final Wiring wiring;
    private final Scene scene;
    private final Stage stage = new Stage();

    /** @param around sees what passes between the feed of engines and the service */
    public MeasuredConsole(URI service, String key, Path folder, double width, double height, UnaryOperator<InferenceApi> around) {
        wiring = new Wiring(new ConnectionProfile("sandbox", service, ProfileKind.SANDBOX), new ApiKey(key), ConfigFolder.under(folder), around);
        scene = new Scene(wiring.root(), width, height);
        new Theme(Optional.of(Look.DARK)).apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    public void start() {
        wiring.start();
    }

    public Scene scene() {
        return scene;
    }

    public FleetStore fleet() {
        return wiring.fleet();
    }

    @Override
    public void close() {
        wiring.close();
        stage.close();
    }
}
