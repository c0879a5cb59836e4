/**
 * What goes on behind the screen, in one list, with what can be broken off. Allowed edges: ops, model, text, ui.common.
 */
package sh.inference.console.ui.work;
