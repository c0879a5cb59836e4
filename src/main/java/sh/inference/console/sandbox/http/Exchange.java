package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request and its answer. Used by the thread of its connection only. */
final class Exchange {
    private static final String CRLF = "\r\n";
    private final RequestHead head;
    private final RequestBody body;
    private final OutputStream out;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean lasting;
    private boolean asked;
    private boolean sent;

    Exchange(RequestHead head, RequestBody body, OutputStream out, Clock clock) {
        this.head = head;
        this.body = body;
        this.out = out;
        this.lasting = head.lasting();
        headers.put("Date", HttpDate.of(clock.instant()));
    }

    /** For what cannot be read as a request; nothing can follow it. */
    static Exchange ofNothing(OutputStream out, Clock clock) {
        RequestHead head = new RequestHead("GET", "/", false, false, Map.of());
        return new Exchange(head, RequestBody.of(head, InputStream.nullInputStream()), out, clock);
    }

    RequestHead head() {
        return head;
    }

    /** Of the answer; may be changed until it is sent. */
    Map<String, String> headers() {
        return headers;
    }

    /** Whether another request may follow on the connection. */
    boolean isLasting() {
        return lasting && body.isOver();
    }

    /** Whether an answer is on its way already. */
    boolean isSent() {
        return sent;
    }

    /** The body; whoever waits to be asked for it is asked now. */
    InputStream body() throws IOException {
        if (!asked && !head.isOld() && "100-continue".equalsIgnoreCase(head.header("expect"))) {
            out.write(("HTTP/1.1 100 Continue" + CRLF + CRLF).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        asked = true;
        return body;
    }

    /** Sends a whole answer; only its head where no more was asked for. */
    void send(Reply reply) throws IOException {
        headers.put("Content-Type", reply.contentType());
        headers.put("Content-Length", Integer.toString(reply.body().length));
        sendHead(reply.status());
        if (!isHead()) {
            out.write(reply.body());
        }
        out.flush();
    }

    /** Sends an answer that goes on until one side ends it. A writer that fails leaves it without its proper end. */
    void stream(StreamBody stream) throws IOException {
        headers.put("Content-Type", stream.contentType());
        headers.put("Cache-Control", "no-cache");
        lasting &= !head.isOld();
        if (!head.isOld()) {
            headers.put("Transfer-Encoding", "chunked");
        }
        try {
            sendHead(Codes.OK);
        } catch (IOException gone) {
            stream.abandon();
            throw gone;
        }
        if (isHead()) {
            stream.abandon();
            out.flush();
        } else if (head.isOld()) {
            stream.write(out);
            out.flush();
        } else {
            ChunkedOutput chunks = new ChunkedOutput(out);
            stream.write(chunks);
            chunks.end();
        }
    }

    private boolean isHead() {
        return head.method().equals("HEAD");
    }

    private void sendHead(int status) throws IOException {
        // What was not read of the body may be more than one wants to read: then nothing can follow.
        lasting &= body.isOver();
        sent = true;
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(Codes.title(status)).append(CRLF);
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append(CRLF));
        text.append("Connection: ").append(lasting ? "keep-alive" : "close").append(CRLF).append(CRLF);
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
