/**
 * The fleet and the apps as they were last seen in a profile, kept for a start without a network and for a quick switch.
 * Holds nothing that is secret. Everything here blocks. Allowed edges: model, state, profile.
 */
package sh.inference.console.cache;
