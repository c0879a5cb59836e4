/**
 * Diagnostics: what the feeds and the wire went through, in figures, for whoever doubts what is on screen. Allowed
 * edges: state, profile, model, text, ui.common.
 */
package sh.inference.console.ui.diagnostics;
