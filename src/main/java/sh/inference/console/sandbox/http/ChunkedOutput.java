package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends what it is given in chunks (RFC 9112, 7.1): one at each flush, and when its buffer is full. */
final class ChunkedOutput extends OutputStream {
    private static final int LARGEST = 1 << 16;
    private static final byte[] CRLF = {'\r', '\n'};
    private final OutputStream out;
    private byte[] buffer = new byte[1024];
    private int length;

    ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (length + count > LARGEST) {
            sendChunk(buffer, 0, length);
            length = 0;
        }
        if (count > LARGEST) {
            sendChunk(bytes, from, count);
            return;
        }
        if (length + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LARGEST, Math.max(buffer.length * 2, length + count)));
        }
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
    }

    @Override
    public void flush() throws IOException {
        sendChunk(buffer, 0, length);
        length = 0;
        out.flush();
    }

    /** The mark of a proper end. */
    void end() throws IOException {
        flush();
        out.write('0');
        out.write(CRLF);
        out.write(CRLF);
        out.flush();
    }

    private void sendChunk(byte[] bytes, int from, int count) throws IOException {
        if (count > 0) {
            out.write(Integer.toHexString(count).getBytes(StandardCharsets.US_ASCII));
            out.write(CRLF);
            out.write(bytes, from, count);
            out.write(CRLF);
        }
    }
}
