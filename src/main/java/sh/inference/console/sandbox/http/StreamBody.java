package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a stream, on the thread of its request, for as long as it lasts. */
public interface StreamBody {
    String contentType();

    /** @throws IOException when the reader is gone, or when the stream is to end without the mark of a proper end */
    void write(OutputStream out) throws IOException;

    /** Nobody will read it. */
    void abandon();
}
