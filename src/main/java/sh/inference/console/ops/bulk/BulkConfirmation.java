package sh.inference.console.ops.bulk;

/** Asks the operator about several engines at once. One implementation is a dialog. Called on the FX thread. */
public interface BulkConfirmation {
    /** Shows the plan of a request and lets the operator begin or cancel it. Returns at once. */
    void ask(BulkRequest request);
}
