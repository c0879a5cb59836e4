package sh.inference.console.profile.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.ApiKey;

/** The platform's own secret store. It needs one that is running and unlocked, so it is not among the tests of every build. */
@Tag("keyring")
class RealSecretStoreTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void aKeyIsSavedReadReplacedAndForgotten() throws VaultException {
        String account = "test-" + ProcessHandle.current().pid();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            KeyVault vault = KeyVault.of(folder, threads);
            assertThat(vault.look()).isEqualTo(KeyVault.Place.PLATFORM);
            assertThat(vault.read(account)).isEmpty();
            vault.save(account, new ApiKey("inf_first_ü_“key”"));
            // Another vault reads what the first one saved: it is in the store and not in memory.
            assertThat(KeyVault.of(folder, threads).read(account).map(ApiKey::secret)).contains("inf_first_ü_“key”");
            vault.save(account, new ApiKey("inf_second"));
            assertThat(KeyVault.of(folder, threads).read(account).map(ApiKey::secret)).contains("inf_second");
            vault.forget(account);
            assertThat(KeyVault.of(folder, threads).read(account)).isEmpty();
            vault.forget(account);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
