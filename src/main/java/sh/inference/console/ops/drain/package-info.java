/**
 * Taking an engine out of service: it finishes its tasks, takes no new ones, and shuts down. Allowed edges: those of ops.
 */
package sh.inference.console.ops.drain;
