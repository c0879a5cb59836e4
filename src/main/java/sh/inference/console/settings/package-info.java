/**
 * What the operator chose for the console itself: look, language, thresholds, keys, how strictly dialogs ask; and where the
 * window was. Kept as JSON in the folder of settings. Allowed edges: model, profile.
 */
package sh.inference.console.settings;
