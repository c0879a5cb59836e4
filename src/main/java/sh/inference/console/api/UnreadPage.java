package sh.inference.console.api;

/** A page of a list that has come and is not read yet: how the list goes on is known before what stands on the page is. */
public interface UnreadPage<T> {
    /** As {@link Page#nextCursor}. */
    String nextCursor();

    /** As {@link Page#hasNext}. */
    boolean hasNext();

    /** @throws ApiException if it is no page */
    Page<T> read() throws ApiException;
}
