package sh.inference.console.ui.bulk;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import sh.inference.console.text.Messages;

/** The system's dialog for files. */
public final class ChosenFile implements Destination {
    private final Supplier<Window> owner;
    private final Messages words;

    /** @param owner the window the dialog belongs to, asked when it opens */
    public ChosenFile(Supplier<Window> owner, Messages words) {
        this.owner = owner;
        this.words = words;
    }

    @Override
    public Optional<Path> choose(String suggestedName) {
        String ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("export.where", suggestedName));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
