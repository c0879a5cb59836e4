/**
 * The parts every screen is made of: the look, icons, marks of a state, facts, the layer for dialogs, the tick of the
 * clock. Sees model, profile, settings, text and the toolkit; no screen and no store.
 */
package sh.inference.console.ui.common;
