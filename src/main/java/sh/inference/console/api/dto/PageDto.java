package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;

/**
 * A page of a list (contract 3.4).
 *
 * @param items null when the object is not a page at all
 */
public record PageDto<T>(List<T> items, String nextCursor, Boolean hasNext, Integer totalItems) {
    public static <T> LenientJson.Reader<PageDto<T>> of(LenientJson.Reader<T> item) {
        return in -> read(in, list -> LenientJson.objects(list, item));
    }

    /** A page with a place for every item, also for those that are no objects. */
    public static <T> LenientJson.Reader<PageDto<T>> ofAll(LenientJson.Reader<T> item) {
        return in -> read(in, list -> LenientJson.items(list, item));
    }

    private static <T> PageDto<T> read(JsonParser in, LenientJson.Reader<List<T>> list) throws IOException {
        List<T> items = null;
        String next = null;
        Boolean hasNext = null;
        Integer total = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "items" -> items = Absent.none(list.read(in));
                case "next_cursor" -> next = LenientJson.text(in);
                case "has_next" -> hasNext = LenientJson.truth(in);
                case "total_items" -> total = LenientJson.number(in);
                default -> in.skipChildren();
            }
        }
        return new PageDto<>(items, next, hasNext, total);
    }
}
