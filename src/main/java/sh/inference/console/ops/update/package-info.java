/**
 * Bringing an engine's binary to the newest one. Allowed edges: those of ops.
 */
package sh.inference.console.ops.update;
