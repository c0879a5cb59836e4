/**
 * What was asked for at this computer, as the journal keeps it: found again, explained, written out for others. Allowed
 * edges: model, journal, ops, profile, export, text, fx, ui.common.
 */
package sh.inference.console.ui.journal;
