package sh.inference.console.sandbox.routes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.stream.Stream;

import com.sun.net.httpserver.Headers;

/**
 * A Connection header that sets the date anew. The JDK's server stamps its own time over any Date it finds, looks at
 * Connection next, and only then writes: there is no other moment to show a clock that is wrong.
 */
final class SkewedDate extends AbstractList<String> {
    private final Headers headers;
    private final String date;

    SkewedDate(Headers headers, Instant shown) {
        this.headers = headers;
        this.date = DateTimeFormatter.RFC_1123_DATE_TIME.format(shown.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Stream<String> stream() {
        headers.set("Date", date);
        return super.stream();
    }

    @Override
    public String get(int index) {
        return "keep-alive";
    }

    @Override
    public int size() {
        return 1;
    }
}
