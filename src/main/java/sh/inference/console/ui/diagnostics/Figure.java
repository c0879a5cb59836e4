package sh.inference.console.ui.diagnostics;

/**
 * One figure of the diagnostics.
 *
 * @param id    the node's id without its prefix
 * @param alarm whether it is a figure somebody should look at
 */
record Figure(String id, String name, String value, boolean alarm) {
}
