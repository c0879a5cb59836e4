package sh.inference.console.sandbox;

import java.nio.file.Path;

/**
 * A file of the sandbox's state that could not be read.
 *
 * @param file  where it lay
 * @param aside where it lies now, untouched
 */
public record SetAside(Path file, Path aside) {
}
