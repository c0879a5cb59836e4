/**
 * One verb on many engines: who takes part and who does not and why, one after the other or a few at a time, each checked
 * again at its turn, and a report. Allowed edges: those of ops.
 */
package sh.inference.console.ops.bulk;
