package sh.inference.console.ui.work;

import java.util.Optional;

/**
 * Something that goes on, in words.
 *
 * @param id     stays the same while it goes on
 * @param detail how far it is, or what it waits for
 * @param share  done so far, 0 to 1; negative where nobody knows
 * @param cancel the words for breaking it off; empty where that cannot be done
 */
public record WorkLine(String id, String title, String detail, double share, Optional<String> cancel) {
}
