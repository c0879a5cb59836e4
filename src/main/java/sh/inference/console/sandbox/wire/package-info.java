/** How the sandbox's world looks on the wire: complete objects of the contract, and lists of them. Allowed edges: sandbox.fleet, model, Jackson. */
package sh.inference.console.sandbox.wire;
