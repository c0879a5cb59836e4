/**
 * Where keys are kept: the platform's secret store, else a file that a passphrase encrypts, else this session only.
 * Everything here blocks. Allowed edges: model, profile.
 */
package sh.inference.console.profile.vault;
