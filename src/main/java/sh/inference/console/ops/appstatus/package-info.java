/**
 * Setting the lifecycle status of an app. Allowed edges: those of ops.
 */
package sh.inference.console.ops.appstatus;
