package sh.inference.console.api.http;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.api.dto.LenientJson;

/** How a list goes on after a page (contract 3.4), found while the page itself is passed over. */
record PageEnd(String nextCursor, boolean hasNext) {
    static final PageEnd NONE = new PageEnd("", false);

    /** Passes over a value. */
    static PageEnd skip(JsonParser in) throws IOException {
        PageEnd end = NONE;
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return end;
        }
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            end = end.with(member, in);
        }
        return end;
    }

    /** The same after a further member, which is passed over. */
    PageEnd with(String member, JsonParser in) throws IOException {
        switch (member) {
            case "next_cursor" -> {
                String cursor = LenientJson.text(in);
                return new PageEnd(cursor == null ? "" : cursor, hasNext);
            }
            case "has_next" -> {
                return new PageEnd(nextCursor, Boolean.TRUE.equals(LenientJson.truth(in)));
            }
            default -> {
                in.skipChildren();
                return this;
            }
        }
    }
}
