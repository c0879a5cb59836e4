package sh.inference.console.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import sh.inference.console.profile.OwnerFile;

/**
 * Other names for names: always the same for the same name at this computer, and nobody without its secret can tell which
 * name it was, not even by trying names. One thread at a time.
 */
public final class Pseudonyms {
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_BYTES = 5;
    /** What is shorter is a part of too many words. */
    private static final int LEAST = 3;
    private final SecretKeySpec secret;
    private final Map<String, String> known = new HashMap<>();
    private final Map<Character, NavigableSet<Integer>> lengths = new HashMap<>();

    Pseudonyms(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** With the secret of a file, which is made where there is none. Blocks. */
    public static Pseudonyms of(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            OwnerFile.replace(file, HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return new Pseudonyms(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " is damaged", damaged);
        }
    }

    /**
     * Another name for a name, which is known from now on; nothing for nothing.
     *
     * @param kind what it begins with
     */
    String of(String kind, String name) {
        if (name.isEmpty()) {
            return "";
        }
        return known.computeIfAbsent(name, fresh -> {
            if (fresh.length() >= LEAST) {
                lengths.computeIfAbsent(fresh.charAt(0), first -> new TreeSet<>()).add(fresh.length());
            }
            return kind + "-" + mark(fresh);
        });
    }

    /** A text with every name that is known replaced where it stands as a word. */
    String hide(String text) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String name = at == 0 || !isPart(text.charAt(at - 1)) ? nameAt(text, at) : "";
            safe.append(name.isEmpty() ? text.substring(at, at + 1) : known.get(name));
            at += Math.max(1, name.length());
        }
        return safe.toString();
    }

    private String nameAt(String text, int at) {
        for (int length : lengths.getOrDefault(text.charAt(at), new TreeSet<>()).descendingSet()) {
            int end = at + length;
            if (end <= text.length() && (end == text.length() || !isPart(text.charAt(end))) && known.containsKey(text.substring(at, end))) {
                return text.substring(at, end);
            }
        }
        return "";
    }

    private static boolean isPart(char one) {
        return Character.isLetterOrDigit(one);
    }

    private String mark(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), 0, SHOWN_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
