/** The Operations page: what was asked, accepted, observed and failed. Allowed edges: model, ops, text, ui.common. */
package sh.inference.console.ui.operation;
