/**
 * Words: the message bundle, and the one place where times, durations, sizes and money are formatted. Allowed edges:
 * model.
 */
package sh.inference.console.text;
