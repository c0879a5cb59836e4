package sh.inference.console.ui.versions;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The way from an app to its page in the browser.
 *
 * @param page the address of an app's page by the app's id; empty where the service has none that is known
 * @param open shows an address in the browser
 */
public record WebLink(Function<String, Optional<URI>> page, Consumer<URI> open) {
}
