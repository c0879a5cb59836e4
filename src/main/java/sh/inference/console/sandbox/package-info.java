/**
 * The simulated service: a real HTTP server on a loopback port with a fleet of its own. The console reaches it only over
 * HTTP. Allowed edges: model, Jackson.
 */
package sh.inference.console.sandbox;
