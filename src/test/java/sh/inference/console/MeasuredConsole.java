package sh.inference.console;

import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
    private final Theme theme = new Theme(Optional.of(Look.DARK));

    /** @param around sees what passes between the feed of engines and the service */
    public MeasuredConsole(URI service, String key, Path folder, double width, double height, UnaryOperator<InferenceApi> around) {
        wiring = new Wiring(new ConnectionProfile("sandbox", service, ProfileKind.SANDBOX), new ApiKey(key), ConfigFolder.under(folder));
        tap(around);
        scene = new Scene(wiring.root(), width, height);
        theme.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Puts something between the lines of the feed and the service. The console itself has no use for such a place, so it is not made there. */
    private void tap(UnaryOperator<InferenceApi> around) {
        try {
            Object lines = field(wiring.workspace().fleetFeed, "lines");
            Field api = lines.getClass().getDeclaredField("api");
            api.setAccessible(true);
            api.set(lines, around.apply((InferenceApi) api.get(lines)));
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    /** Puts others in the place of this computer's addresses, by which a console notices that its network is another one. */
    public void network(Callable<Set<String>> addresses) {
        try {
            Object watch = field(wiring.workspace(), "wake");
            Field place = watch.getClass().getDeclaredField("addresses");
            place.setAccessible(true);
            place.set(watch, addresses);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
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
        theme.forget(scene);
    }
}
