package sh.inference.console.api;

import sh.inference.console.model.EngineChange;
import sh.inference.console.model.WorkerChange;

/** One frame of a stream, whichever form it came in (contract 8.2, 8.3). */
public sealed interface Frame {
    /** News of an engine, whole or in part. */
    record EngineNews(EngineChange change) implements Frame {
    }

    /** News of a single worker, from the workspace stream. */
    record WorkerNews(WorkerChange change) implements Frame {
    }

    /** The line is alive. */
    record Heartbeat() implements Frame {
    }

    /** A frame of something the console does not watch; counted, then dropped. */
    record Other(String event) implements Frame {
    }

    /**
     * A frame that could not be read; counted, then dropped.
     *
     * @param engineId the engine it was about; empty when not even that is known
     */
    record Unreadable(String reason, String engineId) implements Frame {
        public Unreadable(String reason) {
            this(reason, "");
        }
    }
}
