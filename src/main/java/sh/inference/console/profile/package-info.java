/**
 * Where the console is connected to: profiles, their kinds, keys and what may be written. Allowed edges: model.
 */
package sh.inference.console.profile;
