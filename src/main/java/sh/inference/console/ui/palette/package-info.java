/**
 * The palette that reaches every page, action, profile, app and engine, and the sheet that prints every key. Sees
 * ui.common, ops, state and text.
 */
package sh.inference.console.ui.palette;
