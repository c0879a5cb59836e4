/**
 * The service's JSON, read straight from the parser: one record for each object on the wire, with the members this
 * console knows under the names they have there, and a {@code toModel()}. Reading is lenient about forms (nulls,
 * numbers as strings, unknown members) and strict about secrets: members that may hold one are skipped by the parser
 * and never become a value. Allowed edges: model, Jackson.
 */
package sh.inference.console.api.dto;
