/**
 * Several engines at once: the bar over the grid's selection, and the runs that are on their way with their reports. Allowed
 * edges: model, ops, profile, text, fx, ui.common.
 */
package sh.inference.console.ui.bulk;
