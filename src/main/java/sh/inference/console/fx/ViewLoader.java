package sh.inference.console.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ResourceBundle;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML beside a view's class into an already built view, so that views take their view model by constructor. */
public final class ViewLoader {
    private final ResourceBundle bundle;

    public ViewLoader(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Loads {@code XView.fxml} from the package of {@code XView} with {@code view} as its controller. */
    public <T extends Parent> T load(Object view) {
        String fxml = view.getClass().getSimpleName() + ".fxml";
        FXMLLoader loader = new FXMLLoader(view.getClass().getResource(fxml), bundle);
        loader.setControllerFactory(type -> view);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(fxml, broken);
        }
    }
}
