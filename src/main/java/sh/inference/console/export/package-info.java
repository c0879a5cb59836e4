/**
 * What is seen, written for other programs and people: a table as CSV and JSON, the journal as CSV, JSON and Markdown. It
 * always carries where it comes from, how it was filtered and how old it is. Allowed edges: model, profile, journal.
 */
package sh.inference.console.export;
