package sh.inference.console.sandbox.http;

/** Answers the calls of one route. */
@FunctionalInterface
public interface Handler {
    /** @throws sh.inference.console.sandbox.fleet.Refusal when the service says no */
    Outcome handle(Call call);
}
