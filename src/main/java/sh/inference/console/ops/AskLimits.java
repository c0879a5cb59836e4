package sh.inference.console.ops;

import java.math.BigDecimal;

import sh.inference.console.model.Money;

/**
 * Up to where an extension is a small matter.
 *
 * @param amount what costs more is asked for with the whole plan
 * @param hours  and so is what is longer
 */
public record AskLimits(Money amount, BigDecimal hours) {
    public static final AskLimits STANDARD = new AskLimits(Money.ofCents(50_00), BigDecimal.valueOf(24));
}
