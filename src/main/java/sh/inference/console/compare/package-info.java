/**
 * What differs between two versions of an app, for callers, for workers and as text. Pure functions of two documents:
 * nothing here reads, waits or remembers. Allowed edges: model, Jackson and the library of text differences.
 */
package sh.inference.console.compare;
