package sh.inference.console.api;

import java.util.List;

/**
 * One page of a list (contract 3.3).
 *
 * @param cursor empty for the first page
 * @param limit  rows a page, at most 100
 * @param search empty for none
 * @param sort   the field to sort by, newest first; empty for the service's own order
 */
public record ListRequest(String cursor, int limit, String search, String sort, List<Filter> filters) {
    /** A condition; all of a request's must hold. */
    public record Filter(String field, String operator, Object value) {
    }

    public static ListRequest first(int limit) {
        return new ListRequest("", limit, "", "", List.of());
    }

    public ListRequest after(String next) {
        return new ListRequest(next, limit, search, sort, filters);
    }

    public ListRequest searching(String term) {
        return new ListRequest(cursor, limit, term, sort, filters);
    }

    public ListRequest sortedBy(String field) {
        return new ListRequest(cursor, limit, search, field, filters);
    }
}
