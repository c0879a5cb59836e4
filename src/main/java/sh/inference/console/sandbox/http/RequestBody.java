package sh.inference.console.sandbox.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import sh.inference.console.sandbox.fleet.Refusal;

/** The bytes of one request's body, whichever way their number is told (RFC 9112, 6). */
final class RequestBody extends InputStream {
    private static final int LONGEST_TRAILER = 50;
    private final InputStream in;
    private final boolean chunked;
    private long left;
    private boolean begun;
    private boolean over;

    private RequestBody(InputStream in, boolean chunked, long length) {
        this.in = in;
        this.chunked = chunked;
        this.left = length;
        this.over = !chunked && length == 0;
    }

    /** @throws Refusal when its length is told in a way nobody can rely on */
    static RequestBody of(RequestHead head, InputStream in) {
        String coding = head.headerOrEmpty("transfer-encoding").toLowerCase(Locale.ROOT);
        String length = head.header("content-length");
        if (!coding.isEmpty() && (!coding.equals("chunked") || length != null || head.isOld())) {
            throw new Refusal("invalid_request", "the length of this body is told in a way that cannot be relied on");
        }
        if (length != null && !length.matches("\\d{1,18}")) {
            throw new Refusal("invalid_request", "Content-Length must be a number");
        }
        return new RequestBody(in, !coding.isEmpty(), length == null ? 0 : Long.parseLong(length));
    }

    /** Whether all of it was read, so that the next request can begin. */
    boolean isOver() {
        return over;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!over && left == 0) {
            nextChunk();
        }
        if (over) {
            return -1;
        }
        int read = in.read(into, from, (int) Math.min(most, left));
        if (read < 0) {
            throw new EOFException("the body ended too soon");
        }
        left -= read;
        over = left == 0 && !chunked;
        return read;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            RequestHead.line(in);
        }
        begun = true;
        String line = RequestHead.line(in);
        String size = line == null ? "" : line.split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new Refusal("invalid_request", "the chunks of this body cannot be read");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            over = true;
            int trailers = 0;
            for (String trailer = RequestHead.line(in); trailer != null && !trailer.isEmpty(); trailer = RequestHead.line(in)) {
                if (++trailers > LONGEST_TRAILER) {
                    throw new Refusal("invalid_request", "the chunks of this body cannot be read");
                }
            }
        }
    }
}
