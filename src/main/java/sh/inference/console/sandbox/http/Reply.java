package sh.inference.console.sandbox.http;

/** A whole answer. */
public record Reply(int status, String contentType, byte[] body) {
}
