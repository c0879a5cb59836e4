package sh.inference.console.sandbox.fleet;

import sh.inference.console.model.Money;

/** The team's money. It leaves only through {@link #pay}, so that balance and spendings always add up. */
public final class Account {
    private final Money opening;
    private Money balance;
    private Money spent = Money.ZERO;

    public Account(Money opening) {
        this.opening = opening;
        this.balance = opening;
    }

    public Money opening() {
        return opening;
    }

    public Money balance() {
        return balance;
    }

    public Money spent() {
        return spent;
    }

    void pay(Money amount) {
        if (amount.compareTo(balance) > 0) {
            throw new Refusal("payment_required", "the balance does not cover this: add funds and try again");
        }
        balance = balance.minus(amount);
        spent = spent.plus(amount);
    }
}
