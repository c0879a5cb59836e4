package sh.inference.console.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Splits bytes into lines without copying them: each line is a stretch of the buffer, valid until the next. A line that
 * is longer than the limit is dropped while it is read.
 */
final class Lines {
    private static final int CHUNK = 64 << 10;
    private static final int STRIDE = 4 * Long.BYTES;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long CARRIAGE_RETURNS = ONES * '\r';
    private final InputStream in;
    private final int limit;
    private final boolean carriageReturnEnds;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int scanned;
    private int end;
    private int from;
    private int to;
    private boolean tooLong;
    private boolean skipLineFeed;

    /** @param carriageReturnEnds whether a carriage return alone ends a line, as it does in server-sent events */
    Lines(InputStream in, int limit, boolean carriageReturnEnds) {
        this.in = in;
        this.limit = limit;
        this.carriageReturnEnds = carriageReturnEnds;
    }

    /** Moves to the next line, the last one also without its end. False when there are no more. */
    boolean next() throws IOException {
        tooLong = false;
        while (true) {
            if (skipLineFeed && start < end) {
                skipLineFeed = false;
                start += buffer[start] == '\n' ? 1 : 0;
                scanned = Math.max(scanned, start);
            }
            int at = lineEnd();
            if (at < end) {
                line(at);
                skipLineFeed = buffer[at] == '\r';
                start = at + 1;
                scanned = start;
                return true;
            }
            scanned = end;
            if (end - start > limit) {
                tooLong = true;
                start = end;
            }
            if (!fill()) {
                line(end);
                start = end;
                return tooLong || to > from;
            }
        }
    }

    /** Many bytes at a time as long as none of them ends a line, then eight, then one by one. */
    private int lineEnd() {
        int at = scanned;
        while (at + STRIDE <= end && !(mayEnd((long) LONGS.get(buffer, at)) | mayEnd((long) LONGS.get(buffer, at + Long.BYTES))
                | mayEnd((long) LONGS.get(buffer, at + 2 * Long.BYTES)) | mayEnd((long) LONGS.get(buffer, at + 3 * Long.BYTES)))) {
            at += STRIDE;
        }
        while (at + Long.BYTES <= end && !mayEnd((long) LONGS.get(buffer, at))) {
            at += Long.BYTES;
        }
        while (at < end && buffer[at] != '\n' && !(carriageReturnEnds && buffer[at] == '\r')) {
            at++;
        }
        return at;
    }

    /** Whether any of eight bytes is a line feed, or a carriage return where that counts. */
    private boolean mayEnd(long eight) {
        return hasZero(eight ^ LINE_FEEDS) || carriageReturnEnds && hasZero(eight ^ CARRIAGE_RETURNS);
    }

    private static boolean hasZero(long eight) {
        return (eight - ONES & ~eight & HIGH_BITS) != 0;
    }

    private void line(int at) {
        from = start;
        to = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
    }

    private boolean fill() throws IOException {
        if (start == end) {
            start = 0;
            scanned = 0;
            end = 0;
        } else if (end == buffer.length) {
            room();
        }
        int n = in.read(buffer, end, buffer.length - end);
        if (n > 0) {
            end += n;
        }
        return n >= 0;
    }

    private void room() {
        byte[] next = start > buffer.length / 2 ? buffer : Arrays.copyOf(buffer, buffer.length * 2);
        System.arraycopy(buffer, start, next, 0, end - start);
        end -= start;
        scanned -= start;
        start = 0;
        buffer = next;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /** Whether this line was dropped; then there is only its rest. */
    boolean tooLong() {
        return tooLong;
    }
}
