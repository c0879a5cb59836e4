/** The service's addresses, one class for each kind of object. Allowed edges: every other package of the sandbox. */
package sh.inference.console.sandbox.routes;
