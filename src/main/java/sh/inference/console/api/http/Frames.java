package sh.inference.console.api.http;

import java.io.IOException;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;

/** The frames of a stream, one after the other. */
interface Frames {
    /**
     * @return the next frame; null at the end of the stream
     * @throws IOException  when the line breaks
     * @throws ApiException when the service reports a failure
     */
    Frame next() throws IOException, ApiException;
}
