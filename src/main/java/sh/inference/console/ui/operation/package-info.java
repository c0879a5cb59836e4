/**
 * The operations page: what was asked, accepted, observed and failed, with times. Allowed edges: model, state, ops, text,
 * fx, ui.common.
 */
package sh.inference.console.ui.operation;
