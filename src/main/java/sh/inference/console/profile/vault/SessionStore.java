package sh.inference.console.profile.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets until the console ends. */
final class SessionStore implements SecretStore {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public void save(String account, String secret) {
        secrets.put(account, secret);
    }

    @Override
    public Optional<String> read(String account) {
        return Optional.ofNullable(secrets.get(account));
    }

    @Override
    public void forget(String account) {
        secrets.remove(account);
    }
}
