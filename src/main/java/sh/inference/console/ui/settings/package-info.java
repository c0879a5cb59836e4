/** The dialog of settings. What is changed counts at once. Sees ui.common, settings, profile and text. */
package sh.inference.console.ui.settings;
