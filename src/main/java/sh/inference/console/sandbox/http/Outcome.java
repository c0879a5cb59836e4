package sh.inference.console.sandbox.http;

import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import sh.inference.console.sandbox.wire.Json;
import sh.inference.console.sandbox.wire.JsonWriter.Content;

/** What a route makes of a call. */
public sealed interface Outcome {
    /** @param json goes into the envelope, written while the fleet stood still */
    record Value(byte[] json) implements Outcome {
    }

    /** JSON as it is, outside any envelope. */
    record Plain(byte[] json) implements Outcome {
    }

    /** A page for browsers, as a gateway sends it. */
    record Page(int status, String html) implements Outcome {
    }

    /** A stream that goes on until one side ends it. */
    record Flow(StreamBody body) implements Outcome {
    }

    /** What is known only later; until then nothing is sent. It ends with an exception where nobody will know any more. */
    record Later(CompletableFuture<Outcome> answer) implements Outcome {
    }

    /** No answer at all: the connection ends. */
    record Silence() implements Outcome {
    }

    /** As little, and in the hardest way: the connection is reset. */
    record Reset() implements Outcome {
    }

    static Outcome of(JsonNode value) {
        return new Value(Json.bytes(value));
    }

    static Outcome of(Content value) {
        return new Value(Json.bytes(value));
    }

    static Outcome nothing() {
        return of(NullNode.instance);
    }
}
