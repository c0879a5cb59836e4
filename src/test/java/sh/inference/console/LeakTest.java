package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.KnownKeys;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.ObjectGraph;
import sh.inference.console.ui.engines.EngineRow;

/** Secrets that the service sends, and the key, are found nowhere: not on disk, not in the log, not on screen, not in what the console knows. */
@ExtendWith(FxExtension.class)
class LeakTest {
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Set<String> shown = new TreeSet<>();
    private final Handler listening = new Listening();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<Logger> chatty = Stream.of("sh.inference.console", "okhttp3").map(Logger::getLogger).toList();
    @TempDir
    private Path folder;
    private SecretiveService service;
    private OpenConsole console;

    @BeforeEach
    void open() throws IOException {
        service = new SecretiveService();
        KnownKeys known = new KnownKeys();
        known.add(new ApiKey(SecretiveService.KEY));
        LogFile.open(folder.resolve("log"), false, known);
        chatty.forEach(logger -> logger.setLevel(Level.ALL));
        root.addHandler(listening);
        console = new OpenConsole(new ConnectionProfile("sandbox", service.url(), ProfileKind.SANDBOX), SecretiveService.KEY, folder, 1280, 800);
        console.awaitLive(24);
    }

    @AfterEach
    void close() {
        console.close();
        service.close();
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        root.setLevel(before);
        chatty.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void noSecretIsKeptShownLoggedOrWritten() throws IOException {
        look("h100-west-2");
        confirm("engine-extend");
        Fx.await("the dialog gone", 10, () -> !console.isShown("confirm-dialog"));
        Fx.await("the extension accepted", 20, () -> journal().contains("extend") && journal().contains("200"));
        confirm("engine-update");
        Fx.await("the refusal that quotes the key", 20, () -> journal().contains("400"));
        Fx.await("the refusal in the dialog", 10, () -> {
            collect(console.scene().getRoot());
            return shown.stream().anyMatch(text -> text.contains("refused for key"));
        });
        Keys.push(KeyCode.ESCAPE);
        for (String page : List.of("nav-operations", "nav-apps", "nav-engines", "notices-bell")) {
            press(page);
            read();
        }
        Keys.push(KeyCode.ESCAPE);
        press("diagnostics-open");
        Fx.await("skipped lines in the diagnostics", 10, () -> console.text("diagnostics-skipped").contains("not JSON"));
        read();

        assertThat(service.planted()).as("every secret was really sent").isEqualTo(SecretiveService.SECRETS.keySet());
        Set<String> known = Fx.call(() -> ObjectGraph.strings(part("fleet"), part("apps"), part("notices"), part("log"), part("permissions")));
        assertThat(known).as("the walk reaches what is known").contains("h100-west-2");
        assertThat(shown).as("the scan reads what is shown").anyMatch(text -> text.contains("h100-west-2"));
        String disk = disk();
        assertThat(disk).contains("h100-west-2");
        assertThat(logged).isNotEmpty();
        List<String> secrets = new ArrayList<>(SecretiveService.SECRETS.values());
        secrets.add(SecretiveService.KEY);
        for (String secret : secrets) {
            assertThat(known.stream().filter(text -> text.contains(secret)).toList()).as("in the store: " + secret).isEmpty();
            assertThat(shown.stream().filter(text -> text.contains(secret)).toList()).as("on screen: " + secret).isEmpty();
            assertThat(logged.stream().filter(text -> text.contains(secret)).toList()).as("in the log: " + secret).isEmpty();
            assertThat(disk.contains(secret)).as("on disk: " + secret).isFalse();
        }
    }

    private void look(String engine) {
        int row = Fx.call(() -> console.indexOf("engines-table", item -> item instanceof EngineRow one && one.engine().name().equals(engine)));
        Fx.run(() -> {
            console.table("engines-table").scrollTo(row);
            console.table("engines-table").getSelectionModel().select(row);
            console.table("engines-table").requestFocus();
        });
        Keys.push(KeyCode.ENTER);
        Fx.await("the details", 10, () -> console.text("engine-name").equals(engine));
        read();
    }

    private void confirm(String button) {
        press(button);
        Fx.await("the dialog of " + button, 10, () -> console.isShown("confirm-dialog") && !console.node("confirm-ok").isDisabled());
        read();
        press("confirm-ok");
    }

    private void press(String id) {
        Fx.await(id, 10, () -> console.isShown(id) && !console.node(id).isDisabled());
        Fx.run(() -> console.node(id).requestFocus());
        Keys.push(KeyCode.SPACE);
    }

    private Object part(String name) throws ReflectiveOperationException {
        Field field = Workspace.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(console.wiring().workspace());
    }

    private String journal() {
        try {
            return disk();
        } catch (IOException busy) {
            return "";
        }
    }

    private String disk() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
            }
        }
        return all.toString();
    }

    /** Takes in every text of every window. */
    private void read() {
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(window -> collect(window.getScene().getRoot())));
    }

    private void collect(Node node) {
        take(node.getAccessibleText());
        take(node.getAccessibleHelp());
        switch (node) {
            case Labeled labeled -> take(labeled.getText());
            case TextInputControl input -> take(input.getText());
            case Text text -> take(text.getText());
            default -> take(null);
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            take(control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private void take(String text) {
        if (text != null && !text.isBlank()) {
            shown.add(text);
        }
    }

    /** Hears every record as it was logged, before anything is blotted out. */
    private final class Listening extends Handler {
        private final SimpleFormatter lines = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            logged.add(lines.format(record));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            logged.add("closed");
        }
    }
}
