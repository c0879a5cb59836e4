/** The faults that can be staged, and which of them are on. Allowed edges: JDK only. */
package sh.inference.console.sandbox.drill;
