/**
 * The few pieces between threads, FXML and the rest: the one gate to the FX thread, background tasks, view loading,
 * lifecycles. Allowed edges: JavaFX, model.
 */
package sh.inference.console.fx;
