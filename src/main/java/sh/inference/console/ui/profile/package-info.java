/**
 * Profiles: choosing, adding, editing and forgetting them, their keys, and the welcome of a first start. Allowed edges:
 * model, profile, state, text, fx, ui.common.
 */
package sh.inference.console.ui.profile;
