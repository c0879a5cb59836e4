/**
 * Restarting the cloud machine beneath an engine. Allowed edges: those of ops.
 */
package sh.inference.console.ops.restart;
