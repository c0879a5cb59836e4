package sh.inference.console.sandbox.fleet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

import sh.inference.console.model.Money;

/** The cloud machine under an engine: its price, its end, its state at the provider (contract 7). */
public final class InstanceRecord {
    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);
    private final String id;
    private final Offer offer;
    private final Instant createdAt;
    private final String spendCap;
    private final boolean endless;
    private Instant updatedAt;
    private String status;
    private Instant threshold;
    private Money billed;
    private Instant billedFrom;

    /** What the provider sells: where, what and for how much an hour (cents). */
    public record Offer(String cloud, String region, String ip, String type, String cloudType, int cents) {
    }

    /**
     * @param threshold when it deletes itself; null for never
     * @param spendCap  dollars; empty for none
     * @param endless   whether the provider fails to delete it when its time comes
     */
    public InstanceRecord(String id, Offer offer, Instant createdAt, Instant now, String status, Instant threshold, String spendCap, Money billed,
                          boolean endless) {
        this.id = id;
        this.offer = offer;
        this.createdAt = createdAt;
        this.updatedAt = now;
        this.threshold = threshold;
        this.spendCap = spendCap;
        this.billed = billed;
        this.endless = endless;
        become(status, now);
    }

    public String id() {
        return id;
    }

    public Offer offer() {
        return offer;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String status() {
        return status;
    }

    public boolean isActive() {
        return status.equals("active");
    }

    public Instant threshold() {
        return threshold;
    }

    /** Whether the provider fails to delete it when its time comes. */
    boolean isEndless() {
        return endless;
    }

    public String spendCap() {
        return spendCap;
    }

    public Money costSoFar(Instant now) {
        if (billedFrom == null || now.isBefore(billedFrom)) {
            return billed;
        }
        BigDecimal hours = BigDecimal.valueOf(Duration.between(billedFrom, now).toNanos()).divide(NANOS_PER_HOUR, MathContext.DECIMAL64);
        return billed.plus(Money.ofCents(offer.cents).times(hours));
    }

    /** When the provider deletes it: at the threshold or when the cap is spent; null for never. */
    Instant end(Instant now) {
        if (endless || !isActive()) {
            return null;
        }
        Instant spent = null;
        if (!spendCap.isEmpty() && offer.cents > 0) {
            Money left = Money.ofDollars(spendCap).minus(costSoFar(now));
            spent = now.plusSeconds(Math.max(0, left.microcents() / (offer.cents * 1_000_000L / 3600 + 1)));
        }
        return threshold == null || spent != null && spent.isBefore(threshold) ? spent : threshold;
    }

    void become(String next, Instant now) {
        if (billedFrom != null && !next.equals("active")) {
            billed = costSoFar(now);
            billedFrom = null;
        } else if (billedFrom == null && next.equals("active")) {
            billedFrom = now;
        }
        status = next;
        updatedAt = now;
    }

    void moveThreshold(Instant later, Instant now) {
        threshold = later;
        updatedAt = now;
    }
}
