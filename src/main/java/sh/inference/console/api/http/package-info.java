/**
 * The service over HTTP: sends requests, opens envelopes, tells the failures apart and reads streams. Everything blocks
 * and is called on virtual threads. Allowed edges: model, the contract in api, api.dto, OkHttp, Jackson.
 */
package sh.inference.console.api.http;
