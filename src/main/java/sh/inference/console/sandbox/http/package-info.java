/** The service's manners over HTTP: routes, keys and scopes, envelopes, problems. Allowed edges: sandbox.wire, sandbox.fleet (refusals), the JDK's HTTP server, Jackson. */
package sh.inference.console.sandbox.http;
