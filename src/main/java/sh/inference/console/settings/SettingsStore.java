package sh.inference.console.settings;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;

/** The settings in force. A change counts at once and is written in the background, one after the other. Confined to the FX thread. */
public final class SettingsStore {
    private final SettingsFile file;
    private final Executor writer;
    private final Consumer<Text> trouble;
    private List<Text> problems;
    private final ReadOnlyObjectWrapper<Settings> now;

    /**
     * @param writer  runs what blocks, in order
     * @param trouble told on any thread when the settings could not be written
     */
    public SettingsStore(SettingsFile file, Executor writer, Consumer<Text> trouble) {
        this.file = file;
        this.writer = writer;
        this.trouble = trouble;
        SettingsFile.Reading reading = file.read();
        this.problems = reading.problems();
        this.now = new ReadOnlyObjectWrapper<>(reading.settings());
    }

    public ReadOnlyObjectProperty<Settings> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Settings now() {
        return now.get();
    }

    /** What could not be read when the console started and took its default; told once, to the first who asks. */
    public List<Text> takeProblems() {
        List<Text> taken = problems;
        problems = List.of();
        return taken;
    }

    /** The settings of somebody who chose nothing. */
    public Settings standard() {
        return file.standard();
    }

    /** What the administrator of this computer gave. */
    public ManagedSettings managed() {
        return file.managed();
    }

    public void change(UnaryOperator<Settings> how) {
        Settings wanted = file.settle(how.apply(now.get()));
        if (!wanted.equals(now.get())) {
            now.set(wanted);
            writer.execute(() -> write(wanted));
        }
    }

    private void write(Settings wanted) {
        try {
            file.write(wanted);
        } catch (IOException failed) {
            trouble.accept(Text.of("settings.unwritten", FileFault.why(failed)));
        }
    }
}
