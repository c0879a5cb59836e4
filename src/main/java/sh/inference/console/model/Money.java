package sh.inference.console.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in US dollars, held as whole microcents: 1 USD = 100 cents = 100,000,000 microcents (contract 9.3). The
 * service uses three units, so every parser names the one it reads.
 */
public record Money(long microcents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final long PER_CENT = 1_000_000L;
    private static final long PER_DOLLAR = 100 * PER_CENT;
    private static final long LARGEST_SCALE = 100;

    /** Whole cents, as in {@code instance.hourly_price}. */
    public static Money ofCents(long cents) {
        return new Money(Math.multiplyExact(cents, PER_CENT));
    }

    /**
     * Cents with a fraction, to the nearest microcent.
     *
     * @throws ArithmeticException if the amount is too large to hold
     */
    public static Money ofCents(BigDecimal cents) {
        return of(cents, PER_CENT);
    }

    private static Money of(BigDecimal amount, long unit) {
        // An exponent of a billion is a few letters on the wire and gigabytes in memory once it is written out.
        if (Math.abs((long) amount.scale()) > LARGEST_SCALE) {
            throw new ArithmeticException("too large or too small to hold");
        }
        return new Money(amount.multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /**
     * Decimal dollars, as in {@code cost_estimate} and {@code spend_threshold}.
     *
     * @throws NumberFormatException if the text is not a decimal number or too large to hold
     */
    public static Money ofDollars(String dollars) {
        try {
            return of(new BigDecimal(dollars.strip()), PER_DOLLAR);
        } catch (ArithmeticException tooLarge) {
            throw (NumberFormatException) new NumberFormatException(dollars).initCause(tooLarge);
        }
    }

    /**
     * This amount times a number of hours, to the nearest microcent (contract 7.3).
     *
     * @throws ArithmeticException if the product is too large to hold
     */
    public Money times(BigDecimal hours) {
        return new Money(hours.multiply(BigDecimal.valueOf(microcents)).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(microcents, other.microcents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(microcents, other.microcents));
    }

    public boolean isPositive() {
        return microcents > 0;
    }

    /** The amount in dollars, exact. */
    public BigDecimal dollars() {
        return BigDecimal.valueOf(microcents).divide(BigDecimal.valueOf(PER_DOLLAR));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(microcents, other.microcents);
    }
}
