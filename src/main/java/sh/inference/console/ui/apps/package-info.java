/**
 * The list of apps: search, paging, which one is chosen. Allowed edges: model, state, ops, text, fx, ui.common.
 */
package sh.inference.console.ui.apps;
