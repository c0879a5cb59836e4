/**
 * Buying a cloud engine more time before it deletes itself. Allowed edges: those of ops.
 */
package sh.inference.console.ops.extend;
