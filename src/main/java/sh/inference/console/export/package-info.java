/**
 * A table as it is seen, written for other programs: CSV and JSON. It always carries where it comes from, how it was
 * filtered and how old it is. Allowed edges: model, profile.
 */
package sh.inference.console.export;
