/**
 * The details of one engine beside the grid: facts, workers, GPUs, and the verbs with the reason where one is off. Sees
 * model, state, ops (the verbs), text and ui.common.
 */
package sh.inference.console.ui.engine;
