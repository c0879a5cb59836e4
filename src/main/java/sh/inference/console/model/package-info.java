/**
 * The nouns of the service: engines, workers, instances, apps, versions, money. Immutable records and enums that know
 * nothing of wires, screens or threads. Allowed edges: the JDK only.
 */
package sh.inference.console.model;
