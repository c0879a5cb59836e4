package sh.inference.console.ops;

/**
 * An operation that was sent and has not ended.
 *
 * @param answered whether the service has answered; until then nothing else is sent to the same target
 */
public record InFlight(String targetId, Verb verb, boolean answered) {
}
