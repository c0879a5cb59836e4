/**
 * The command line: its options, and what runs without a window. Allowed edges: ops, state, profile, model, text,
 * picocli; the only room that prints.
 */
package sh.inference.console.cli;
