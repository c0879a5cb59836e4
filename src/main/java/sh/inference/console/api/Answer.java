package sh.inference.console.api;

import java.util.List;
import java.util.Optional;

/**
 * What the service answered to a write it accepted. Accepted is not done.
 *
 * @param value  what it sent back, often nothing
 * @param notes  sentences it wants shown
 * @param status the HTTP status
 */
public record Answer<T>(Optional<T> value, List<Note> notes, int status) {
    /** A sentence of the service: {@code messages[]} of contract 1.2. */
    public record Note(String level, String code, String message) {
    }
}
