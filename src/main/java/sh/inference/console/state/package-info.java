/**
 * What the console knows of the service, confined to the FX thread: the fleet, the apps, what the key may do, how fresh
 * it all is. One writer each, read by everybody above. Allowed edges: model, the contract in api, fx.
 */
package sh.inference.console.state;
