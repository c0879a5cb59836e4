package sh.inference.console.api;

import java.util.List;

/**
 * One page of a list (contract 3.3).
 *
 * @param cursor empty for the first page
 * @param page   its number, counted from one, where there is no cursor; zero for none
 * @param limit  rows a page, at most 100
 * @param search empty for none
 * @param sort   the field to sort by, newest first; empty for the service's own order
 */
public record ListRequest(String cursor, int page, int limit, String search, String sort, List<Filter> filters) {
    /** A condition; all of a request's must hold. */
    public record Filter(String field, String operator, Object value) {
    }

    public static ListRequest first(int limit) {
        return new ListRequest("", 0, limit, "", "", List.of());
    }

    public ListRequest after(String next) {
        return new ListRequest(next, 0, limit, search, sort, filters);
    }

    public ListRequest page(int number) {
        return new ListRequest("", number, limit, search, sort, filters);
    }

    public ListRequest searching(String term) {
        return new ListRequest(cursor, page, limit, term, sort, filters);
    }

    public ListRequest sortedBy(String field) {
        return new ListRequest(cursor, page, limit, search, field, filters);
    }
}
