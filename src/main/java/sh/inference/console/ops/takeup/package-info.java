/**
 * What becomes of operations that an earlier session left unfinished. Allowed edges: those of ops.
 */
package sh.inference.console.ops.takeup;
