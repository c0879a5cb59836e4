/**
 * The window: the frame that says which profile this is, the header, the navigation, the banner, the status bar and the
 * layer for dialogs. It holds the pages it is handed. Sees every screen; no screen sees it.
 */
package sh.inference.console.ui.shell;
