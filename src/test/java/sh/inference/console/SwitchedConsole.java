package sh.inference.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileBook;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileRepository;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** The console with twenty profiles, {@code p0} to {@code p19}, in a window. FX thread. */
public final class SwitchedConsole implements AutoCloseable {
    private static final int PROFILES = 20;
    private final Stage stage = new Stage();
    private final Theme theme = new Theme(Optional.of(Look.DARK));
    private final Sessions sessions;
    private Wiring shown;

    public SwitchedConsole(URI service, String key, Path folder) throws IOException {
        ConfigFolder config = ConfigFolder.under(folder);
        ProfileBook book = ProfileBook.EMPTY;
        for (int i = 0; i < PROFILES; i++) {
            book = book.with(new SavedProfile("p" + i, new ConnectionProfile("profile " + i, service, i % 2 == 0 ? ProfileKind.STAGING : ProfileKind.DEVELOPMENT),
                    ProfileSettings.of(ProfileKind.STAGING)));
        }
        new ProfileRepository(config.settings(), Clock.systemUTC()).save(book);
        sessions = new Sessions(config, new KnownKeys(), Clock.systemUTC(), (journal, profiles) -> {
            throw new IllegalStateException("nobody asked for the sandbox");
        }, () -> { });
        sessions.begin(this::show);
        for (SavedProfile profile : book.profiles().subList(0, 2)) {
            sessions.profiles().save(profile, Optional.of(new ApiKey(key)), Optional.empty(), problem -> { });
        }
    }

    private void show(Wiring made) {
        shown = made;
        if (stage.getScene() == null) {
            Scene scene = new Scene(made.root(), 1280, 800);
            theme.apply(scene);
            stage.setScene(scene);
            stage.show();
        } else {
            stage.getScene().setRoot(made.root());
        }
        made.dress(theme);
    }

    public void open(String profile) {
        sessions.open(profile);
    }

    /** How many rows the grid of a profile has in the window; -1 while another profile is shown. */
    public int shown(String profile) {
        return shown.session().profile().id().equals(profile) && stage.getScene().lookup("#engines-table") instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    public boolean isLive() {
        return shown.fleet().connection().freshness().isLive();
    }

    /** Calls once a layout has been done in which a condition held. */
    public void afterLayout(BooleanSupplier condition, Runnable then) {
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            if (condition.getAsBoolean()) {
                stage.getScene().removePostLayoutPulseListener(listener[0]);
                then.run();
            } else {
                Platform.requestNextPulse();
            }
        };
        stage.getScene().addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    @Override
    public void close() {
        sessions.close();
        stage.close();
    }
}
