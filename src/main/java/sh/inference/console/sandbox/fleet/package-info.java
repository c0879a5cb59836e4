/**
 * The sandbox's world: engines, workers, instances, apps, tasks and money, and the time that drives them. Everything here
 * is confined to the lock of {@link sh.inference.console.sandbox.fleet.SandboxFleet}. Allowed edges: model, Jackson for
 * reading the seed.
 */
package sh.inference.console.sandbox.fleet;
