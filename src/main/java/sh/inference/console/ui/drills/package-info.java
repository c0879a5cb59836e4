/**
 * Faults to practise with: a menu that stages them, in a window on a sandbox only. Allowed edges: state, model, text,
 * ui.common.
 */
package sh.inference.console.ui.drills;
