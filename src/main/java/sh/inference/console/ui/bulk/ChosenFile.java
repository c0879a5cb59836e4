package sh.inference.console.ui.bulk;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's dialog for files. */
public final class ChosenFile implements Destination {
    private final Supplier<Window> owner;

    /** @param owner the window the dialog belongs to, asked when it opens */
    public ChosenFile(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> choose(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
