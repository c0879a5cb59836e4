/**
 * What is done to the record of an engine rather than to the engine: renaming and deleting it. Allowed edges: those of ops.
 */
package sh.inference.console.ops.record;
