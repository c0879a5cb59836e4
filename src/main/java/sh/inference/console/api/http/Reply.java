package sh.inference.console.api.http;

/** A success: its status and its opened envelope. */
record Reply(int status, Envelope envelope) {
}
