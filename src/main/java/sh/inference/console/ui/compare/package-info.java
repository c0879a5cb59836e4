/**
 * Two versions of an app side by side: what changes for callers and workers, whether the fleet can run the new one, and
 * both texts. Allowed edges: model, compare, state, ops, text, fx, ui.common.
 */
package sh.inference.console.ui.compare;
