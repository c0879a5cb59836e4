package sh.inference.console.profile.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.vault.KeyVault.Place;
import sh.inference.console.testing.Plans;

/** Keys with a secret store that is there, is not, hangs, or refuses; and with a passphrase instead. */
class KeyVaultTest {
    private static final String SECRET = "inf_a_secret_of_the_test_7f3a";
    private static final ApiKey KEY = new ApiKey(SECRET);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final SessionStore there = new SessionStore();
    @TempDir
    private Path folder;

    /** A store that answers every call in one way. */
    private record Odd(Answer answer) implements SecretStore {
        private interface Answer {
            void come() throws VaultException;
        }

        @Override
        public void save(String account, String secret) throws VaultException {
            answer.come();
        }

        @Override
        public Optional<String> read(String account) throws VaultException {
            answer.come();
            return Optional.empty();
        }

        @Override
        public void forget(String account) throws VaultException {
            answer.come();
        }
    }

    @AfterEach
    void end() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void whereTheStoreIsThereKeysAreSavedReadReplacedAndForgottenInIt() throws VaultException {
        KeyVault vault = vault(there);
        assertThat(vault.look()).isEqualTo(Place.PLATFORM);
        vault.save("p1", KEY);
        assertThat(there.read("p1")).contains(SECRET);
        assertThat(vault.read("p1").map(ApiKey::secret)).contains(SECRET);
        vault.save("p1", new ApiKey("inf_other"));
        assertThat(vault.read("p1").map(ApiKey::secret)).contains("inf_other");
        vault.forget("p1");
        assertThat(vault.read("p1")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAStoreKeysLastForTheSessionAndNothingIsWritten() throws VaultException {
        KeyVault vault = vault(absent());
        assertThat(vault.look()).isEqualTo(Place.SESSION);
        vault.save("p1", KEY);
        assertThat(vault.read("p1").map(ApiKey::secret)).contains(SECRET);
        assertThat(vault(absent()).read("p1")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStoreThatHangsIsGivenUpAfterItsTimeAndSaidToBeSlow() {
        KeyVault vault = vault(new Odd(this::hang));
        assertThat(vault.look()).as("looking does not wait for ever").isEqualTo(Place.SESSION);
        SecretStore hangsLater = new SecretStore() {
            private boolean looked;

            @Override
            public void save(String account, String secret) throws VaultException {
                hang();
            }

            @Override
            public Optional<String> read(String account) throws VaultException {
                if (looked) {
                    hang();
                }
                looked = true;
                return Optional.empty();
            }

            @Override
            public void forget(String account) {
                over.countDown();
            }
        };
        KeyVault later = vault(hangsLater);
        assertThat(later.look()).isEqualTo(Place.PLATFORM);
        assertThat(reason(() -> later.read("p1"))).isEqualTo("vault.slow");
        assertThat(reason(() -> later.save("p1", KEY))).isEqualTo("vault.slow");
    }

    @Test
    void aStoreThatRefusesIsThereAndItsRefusalIsSaid() {
        KeyVault vault = vault(new Odd(() -> {
            throw new VaultException(Text.of("vault.refused"));
        }));
        assertThat(vault.look()).isEqualTo(Place.PLATFORM);
        assertThat(reason(() -> vault.save("p1", KEY))).isEqualTo("vault.refused");
        assertThat(reason(() -> vault.read("p1"))).isEqualTo("vault.refused");
        assertThat(reason(() -> vault.forget("p1"))).isEqualTo("vault.refused");
    }

    @Test
    void whatALibraryThrowsIsNeverQuoted() {
        KeyVault vault = vault(new Odd(() -> {
            throw new IllegalStateException(SECRET);
        }));
        assertThatThrownBy(() -> vault.openFile(new char[0])).isInstanceOf(VaultException.class);
        assertThat(vault.look()).isEqualTo(Place.SESSION);
        KeyVault there2 = vault(new SecretStore() {
            @Override
            public void save(String account, String secret) {
                throw new IllegalStateException("cannot keep " + secret);
            }

            @Override
            public Optional<String> read(String account) {
                return Optional.empty();
            }

            @Override
            public void forget(String account) {
                over.countDown();
            }
        });
        there2.look();
        assertThatThrownBy(() -> there2.save("p1", KEY)).isInstanceOfSatisfying(VaultException.class,
                failed -> assertThat(Plans.words(failed.text()) + failed).doesNotContain(SECRET));
    }

    @Test
    void aPassphraseKeepsKeysInAFileForTheNextStart() throws VaultException, IOException {
        KeyVault vault = vault(absent());
        vault.openFile("correct horse".toCharArray());
        assertThat(vault.place()).isEqualTo(Place.FILE);
        vault.save("p1", KEY);
        vault.save("p2", new ApiKey("inf_two"));
        assertThat(Files.readString(folder.resolve("keys.json"))).doesNotContain(SECRET, "inf_", "\"p1\"");

        KeyVault next = vault(absent());
        assertThat(next.look()).isEqualTo(Place.FILE_CLOSED);
        assertThat(reason(() -> next.read("p1"))).isEqualTo("vault.passphrase.needed");
        assertThat(reason(() -> next.openFile("wrong horse".toCharArray()))).isEqualTo("vault.passphrase.wrong");
        next.openFile("correct horse".toCharArray());
        assertThat(next.read("p1").map(ApiKey::secret)).contains(SECRET);
        next.forget("p1");
        assertThat(next.read("p1")).isEmpty();
        assertThat(next.read("p2")).isPresent();
    }

    @Test
    void aKeyOfThisSessionIsUsedWhileTheFileIsStillClosed() throws VaultException {
        KeyVault first = vault(absent());
        first.openFile("correct horse".toCharArray());
        first.save("p1", KEY);
        KeyVault next = vault(absent());
        next.save("p9", KEY);
        assertThat(next.read("p9")).isPresent();
        assertThat(next.place()).isEqualTo(Place.FILE_CLOSED);
    }

    @Test
    void aFileThatWasTamperedWithIsRefused() throws VaultException, IOException {
        KeyVault vault = vault(absent());
        vault.openFile("correct horse".toCharArray());
        vault.save("p1", KEY);
        Path file = folder.resolve("keys.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\"rounds\" : 50", "\"rounds\" : 51"));
        assertThat(reason(() -> vault(absent()).openFile("correct horse".toCharArray()))).isEqualTo("vault.passphrase.wrong");
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(reason(() -> vault(absent()).openFile("correct horse".toCharArray()))).isEqualTo("vault.file");
    }

    @Test
    void everyWritingHasASaltAndANonceOfItsOwn() throws VaultException, IOException {
        KeyVault vault = vault(absent());
        vault.openFile("correct horse".toCharArray());
        vault.save("p1", KEY);
        String before = Files.readString(folder.resolve("keys.json"));
        vault.save("p1", KEY);
        String after = Files.readString(folder.resolve("keys.json"));
        for (String field : new String[] {"salt", "nonce", "sealed"}) {
            assertThat(value(after, field)).isNotEqualTo(value(before, field)).isNotBlank();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsOwnerMayReadTheFile() throws VaultException, IOException {
        KeyVault vault = vault(absent());
        vault.openFile("correct horse".toCharArray());
        vault.save("p1", KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.json")))).isEqualTo("rw-------");
    }

    private KeyVault vault(SecretStore platform) {
        // Few rounds, so that the test is quick: how many there are in earnest is looked at by itself.
        assertThat(PassphraseFile.ROUNDS).isGreaterThanOrEqualTo(600_000);
        return new KeyVault(platform, new PassphraseFile(folder.resolve("keys.json"), 50), threads, Duration.ofMillis(150), Duration.ofMillis(200));
    }

    private static SecretStore absent() {
        return new Odd(() -> {
            throw new VaultException(Text.of("vault.absent"));
        });
    }

    private void hang() throws VaultException {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            throw new VaultException(Text.of("vault.absent"));
        }
    }

    private static String value(String json, String field) {
        return json.replaceAll("(?s).*\"" + field + "\" : \"([^\"]*)\".*", "$1");
    }

    private interface Attempt {
        void run() throws VaultException;
    }

    private static String reason(Attempt attempt) {
        try {
            attempt.run();
            return "done";
        } catch (VaultException failed) {
            assertThat(Plans.hasWords(failed.text())).isTrue();
            return failed.text().key();
        }
    }
}
