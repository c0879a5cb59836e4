/**
 * Ending an engine, and the cloud machine beneath it. Allowed edges: those of ops.
 */
package sh.inference.console.ops.stop;
