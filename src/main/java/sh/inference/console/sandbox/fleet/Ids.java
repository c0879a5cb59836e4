package sh.inference.console.sandbox.fleet;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Ids as the service makes them: 26 lowercase characters of the ULID alphabet (contract 3.1). */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int SHORT = 8;
    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public String next() {
        return fill("", random);
    }

    /** The same id for the same beginning, whatever the seed, so that pictured objects keep their ids. */
    public static String complete(String beginning) {
        return fill(beginning, new SplittableRandom(beginning.hashCode()));
    }

    public static String shorten(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    private static String fill(String beginning, RandomGenerator random) {
        StringBuilder id = new StringBuilder(LENGTH).append(beginning);
        while (id.length() < LENGTH) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
