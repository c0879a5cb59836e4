/** Streams of changes, in both forms of contract 8. Allowed edges: sandbox.wire, sandbox.fleet, sandbox.drill, sandbox.http (bodies, outcomes). */
package sh.inference.console.sandbox.stream;
