package sh.inference.console.sandbox.fleet;

/** A fleet as an earlier run left it. */
public record Past(Engines engines, Apps apps, Account account) {
}
