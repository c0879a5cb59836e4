/**
 * Making a version of an app the current one, forwards or back. Allowed edges: those of ops.
 */
package sh.inference.console.ops.promote;
