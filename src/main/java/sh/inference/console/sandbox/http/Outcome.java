package sh.inference.console.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;

/** What a route makes of a call. */
public sealed interface Outcome {
    /** @param value goes into the envelope; null for nothing */
    record Value(JsonNode value) implements Outcome {
    }

    /** JSON as it is, outside any envelope. */
    record Plain(JsonNode value) implements Outcome {
    }

    /** A page for browsers, as a gateway sends it. */
    record Page(int status, String html) implements Outcome {
    }

    /** A stream that goes on until one side ends it. */
    record Flow(StreamBody body) implements Outcome {
    }

    /** No answer at all: the connection ends. */
    record Silence() implements Outcome {
    }

    static Outcome of(JsonNode value) {
        return new Value(value);
    }

    static Outcome nothing() {
        return new Value(null);
    }
}
