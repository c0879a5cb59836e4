package sh.inference.console.api.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;

/**
 * Tells the two forms of streams apart: by the Content-Type of the reply, unless its first bytes show that the type is
 * wrong. An object's brace begins no server-sent event, a colon or {@code data:} no JSON.
 */
final class StreamForm {
    private static final int LONGEST_LINE = 8 << 20;
    private static final int OK = 200;
    private static final int LOOKED_AT = 64;

    private StreamForm() {
    }

    /** @throws ApiException when it is no stream at all, for example a page of HTML */
    static Frames read(InputStream body, String type, FrameReader reader) throws IOException, ApiException {
        // Only its first bytes are looked at: what is read after them goes straight to where the lines are found.
        BufferedInputStream in = new BufferedInputStream(body, LOOKED_AT);
        int first = first(in);
        if (first == '<') {
            throw new ApiException(new ApiFailure.Malformed(OK, ""));
        }
        boolean events = first == ':' || first != '{' && (type.contains("event-stream") || begins(in, "data:") || begins(in, "event:"));
        Lines lines = new Lines(in, LONGEST_LINE, events);
        return events ? new SseFrames(lines, reader) : new NdjsonFrames(lines, reader);
    }

    /** Looks no further than the bytes agree, because more may be long in coming. They stay unread. */
    private static boolean begins(BufferedInputStream in, String word) throws IOException {
        in.mark(word.length());
        int i = 0;
        while (i < word.length() && in.read() == word.charAt(i)) {
            i++;
        }
        in.reset();
        return i == word.length();
    }

    /** The first byte that is neither white space nor a byte order mark; -1 at the end. It stays unread. */
    private static int first(BufferedInputStream in) throws IOException {
        while (true) {
            in.mark(1);
            int b = in.read();
            boolean skipped = b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0xEF || b == 0xBB || b == 0xBF;
            if (!skipped) {
                if (b >= 0) {
                    in.reset();
                }
                return b;
            }
        }
    }
}
