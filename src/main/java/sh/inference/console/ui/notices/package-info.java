/**
 * The notices: what the console and the service have to say that belongs to no row, and the list they are read in.
 * Allowed edges: state, model, text, ui.common.
 */
package sh.inference.console.ui.notices;
