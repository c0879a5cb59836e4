/**
 * Cancelling a task that keeps an engine from ending. Allowed edges: those of ops.
 */
package sh.inference.console.ops.task;
