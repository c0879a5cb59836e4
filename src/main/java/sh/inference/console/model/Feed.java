package sh.inference.console.model;

/** Where the data of a row comes from. */
public enum Feed {
    /** {@code GET /engines/{id}/stream}. */
    ENGINE,
    /** {@code GET /events}. */
    EVENTS,
    /** The polled list. */
    POLL
}
