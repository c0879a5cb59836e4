package sh.inference.console.testing;

import sh.inference.console.api.Page;
import sh.inference.console.api.UnreadPage;

/**
 * A page as a service without a wire gives it.
 *
 * @param whenRead told when it is read
 */
record KnownPage<T>(Page<T> page, Runnable whenRead) implements UnreadPage<T> {
    @Override
    public String nextCursor() {
        return page.nextCursor();
    }

    @Override
    public boolean hasNext() {
        return page.hasNext();
    }

    @Override
    public Page<T> read() {
        whenRead.run();
        return page;
    }
}
