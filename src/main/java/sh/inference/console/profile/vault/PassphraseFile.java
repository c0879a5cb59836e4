package sh.inference.console.profile.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.model.Text;
import sh.inference.console.profile.OwnerFile;

/**
 * The file {@code keys.json}: all secrets together, encrypted with AES-256-GCM under a key that PBKDF2 derives from a
 * passphrase. A new salt and nonce with every writing. The passphrase is kept in memory while the console runs, so that a
 * key can be added without asking again. Safe for use by any thread.
 */
final class PassphraseFile implements SecretStore {
    /** What is advised for PBKDF2 with SHA-256. */
    static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int VERSION = 1;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final int rounds;
    private final SecureRandom random = new SecureRandom();
    private char[] passphrase;
    private Map<String, String> secrets = new TreeMap<>();

    PassphraseFile(Path file, int rounds) {
        this.file = file;
        this.rounds = rounds;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    synchronized boolean isOpen() {
        return passphrase != null;
    }

    /**
     * Opens the file, or begins a new one where there is none.
     *
     * @throws VaultException if the passphrase is not the file's, or the file is damaged
     */
    synchronized void open(char[] given) throws VaultException {
        if (given.length == 0) {
            throw new VaultException(Text.of("vault.passphrase.empty"));
        }
        secrets = exists() ? decrypt(given) : new TreeMap<>();
        passphrase = given.clone();
    }

    @Override
    public synchronized void save(String account, String secret) throws VaultException {
        Map<String, String> more = new TreeMap<>(all());
        more.put(account, secret);
        write(more);
    }

    @Override
    public synchronized Optional<String> read(String account) throws VaultException {
        return Optional.ofNullable(all().get(account));
    }

    @Override
    public synchronized void forget(String account) throws VaultException {
        Map<String, String> fewer = new TreeMap<>(all());
        if (fewer.remove(account) != null) {
            write(fewer);
        }
    }

    private Map<String, String> all() throws VaultException {
        if (passphrase == null) {
            throw new VaultException(Text.of("vault.passphrase.needed"));
        }
        return secrets;
    }

    private void write(Map<String, String> now) throws VaultException {
        try {
            byte[] salt = bytes(SALT_BYTES);
            byte[] nonce = bytes(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce, rounds).doFinal(JSON.writeValueAsBytes(now));
            ObjectNode node = JSON.createObjectNode().put("version", VERSION).put("derivation", "PBKDF2WithHmacSHA256").put("rounds", rounds)
                    .put("salt", text(salt)).put("cipher", "AES-256-GCM").put("nonce", text(nonce)).put("sealed", text(sealed));
            OwnerFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
            secrets = now;
        } catch (IOException | GeneralSecurityException failed) {
            throw new VaultException(Text.of("vault.file", file.toString()));
        }
    }

    private Map<String, String> decrypt(char[] given) throws VaultException {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            int asked = node.path("rounds").asInt();
            if (node.path("version").asInt() != VERSION || asked < 1 || asked > MOST_ROUNDS) {
                throw new VaultException(Text.of("vault.file", file.toString()));
            }
            byte[] open = cipher(Cipher.DECRYPT_MODE, given, data(node, "salt"), data(node, "nonce"), asked).doFinal(data(node, "sealed"));
            return new TreeMap<>(JSON.readValue(open, new TypeReference<Map<String, String>>() {
            }));
        } catch (javax.crypto.AEADBadTagException wrong) {
            throw new VaultException(Text.of("vault.passphrase.wrong"));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException damaged) {
            throw new VaultException(Text.of("vault.file", file.toString()));
        }
    }

    /** What stands in clear beside the secrets is sealed with them, so that nobody weakens it unseen. */
    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, byte[] nonce, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((VERSION + ":" + rounds).getBytes(StandardCharsets.US_ASCII));
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] data(JsonNode node, String name) {
        return Base64.getDecoder().decode(node.path(name).asText());
    }
}
