package sh.inference.console.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML beside a view's class into an already built view, so that views take their view model by constructor. */
public final class ViewLoader {
    private static final Logger LOG = Logger.getLogger(ViewLoader.class.getName());
    private final ResourceBundle bundle;

    public ViewLoader(ResourceBundle bundle) {
        this.bundle = new Forgiving(bundle);
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

    /** A text that is missing shows its key and is named in the log: a slip in a bundle never keeps a whole screen shut. */
    private static final class Forgiving extends ResourceBundle {
        private final ResourceBundle words;

        Forgiving(ResourceBundle words) {
            this.words = words;
        }

        @Override
        public boolean containsKey(String key) {
            return true;
        }

        @Override
        protected Object handleGetObject(String key) {
            if (words.containsKey(key)) {
                return words.getObject(key);
            }
            LOG.log(Level.WARNING, "There is no text for {0}", key);
            return key;
        }

        @Override
        public Enumeration<String> getKeys() {
            return words.getKeys();
        }
    }
}
