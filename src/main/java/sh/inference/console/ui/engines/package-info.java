/**
 * The grid of engines: one row object per engine changed in place, a filter, counts per status and what needs attention.
 * Sees model, state, ops (the verbs), text and ui.common.
 */
package sh.inference.console.ui.engines;
