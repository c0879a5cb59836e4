package sh.inference.console.ops;

/** Asks the operator. One implementation is a dialog; the tests' answers from a queue. Called on the FX thread. */
public interface Confirmation {
    /** Shows the plan of a request and lets the operator send or cancel it. Returns at once. */
    void ask(ConfirmationRequest request);
}
