package sh.inference.console.state;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.api.UnreadPage;

/**
 * Finds the way through the pages of one list (contract 3.4). Only {@code has_next} ends it: where a page has no cursor
 * the next one is asked for by its number. A server that repeats a cursor, or that promises more and brings nothing new
 * again and again, is not followed in a circle.
 */
final class Paging {
    private static final int PATIENCE = 3;
    private final Set<String> cursors = new HashSet<>();
    private int pages;
    private int stale;
    private boolean repeated;

    /**
     * @param asked what the page was the answer to
     * @param fresh whether the page brought anything that no earlier one had
     * @return what to ask next; empty at the end
     */
    Optional<ListRequest> next(ListRequest asked, Page<?> page, boolean fresh) {
        pages++;
        stale = fresh ? 0 : stale + 1;
        if (!page.hasNext()) {
            return Optional.empty();
        }
        boolean numbered = page.nextCursor().isEmpty();
        repeated = stale == PATIENCE || (numbered ? !fresh : !cursors.add(page.nextCursor()));
        if (repeated) {
            return Optional.empty();
        }
        return Optional.of(numbered ? asked.page(pages + 1) : asked.after(page.nextCursor()));
    }

    /** What is likely to be asked next, as far as a page says before it is read; empty where only the page itself can tell. */
    Optional<ListRequest> likely(ListRequest asked, UnreadPage<?> page) {
        return page.hasNext() && !page.nextCursor().isEmpty() && !cursors.contains(page.nextCursor()) ? Optional.of(asked.after(page.nextCursor())) : Optional.empty();
    }

    int pages() {
        return pages;
    }

    /** Whether the list ended only because its server went in a circle. */
    boolean hasRepeatedItself() {
        return repeated;
    }
}
