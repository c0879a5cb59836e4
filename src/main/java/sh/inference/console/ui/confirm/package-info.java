/**
 * The dialog that asks before anything is sent: what will happen, to what, where, and what speaks against it. Allowed
 * edges: model, ops, profile, text, fx, ui.common.
 */
package sh.inference.console.ui.confirm;
