/**
 * The versions of one app: what each is beside the current one, who runs it, what it needs, and the two verbs on it.
 * Allowed edges: model, state, ops, text, fx, ui.common.
 */
package sh.inference.console.ui.versions;
