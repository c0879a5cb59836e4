/** The service's manners over HTTP: routes, keys and scopes, envelopes, problems. Allowed edges: sandbox.wire, sandbox.fleet (refusals), Jackson. */
package sh.inference.console.sandbox.http;
