/**
 * What was asked, what was answered, what was seen: an append-only file of JSON lines, each holding the hash of the one
 * before, written before a request leaves. Allowed edges: model, and state for what it remembers of versions.
 */
package sh.inference.console.journal;
