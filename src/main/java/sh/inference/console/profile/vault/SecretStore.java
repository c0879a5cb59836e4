package sh.inference.console.profile.vault;

import java.util.Optional;

/** Keeps secrets by the name of an account. Every call may block for long. */
interface SecretStore {
    /** @throws VaultException if it was not kept */
    void save(String account, String secret) throws VaultException;

    /** @throws VaultException if it cannot be told whether there is one */
    Optional<String> read(String account) throws VaultException;

    /** Forgets a secret; one that is not there is forgotten already. */
    void forget(String account) throws VaultException;
}
