/**
 * What an operator can do. A verb is an object that says what it will do, why it may not, and what came of it; the
 * runner plans, journals, sends once and follows until the fleet shows the end. Allowed edges: model, the contract in
 * api, state (reading), journal, profile, fx.
 */
package sh.inference.console.ops;
