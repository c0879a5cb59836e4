package sh.inference.console.ui.bulk;

import java.nio.file.Path;
import java.util.Optional;

/** Where a report goes. One implementation is the system's dialog. */
public interface Destination {
    /** Empty when the operator chose none. Called on the FX thread. */
    Optional<Path> choose(String suggestedName);
}
