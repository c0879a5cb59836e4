package sh.inference.console.sandbox.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as headers carry it (RFC 9110, 5.6.7): the JDK's own form of it leaves a zero out early in a month. */
public final class HttpDate {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HttpDate() {
    }

    public static String of(Instant moment) {
        return FORM.format(moment);
    }
}
