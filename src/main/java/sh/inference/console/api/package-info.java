/**
 * What the service offers, as Java: the calls, the streams and every way they can fail. Here stands only the contract;
 * {@code api.http} speaks HTTP and {@code api.dto} reads JSON. Everything blocks and is called on virtual threads.
 * Allowed edges: model.
 */
package sh.inference.console.api;
