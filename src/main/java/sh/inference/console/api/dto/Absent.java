package sh.inference.console.api.dto;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

import sh.inference.console.model.Money;

/** What an absent value becomes in the model. */
final class Absent {
    /** Temperatures and the like, which every frame brings again. */
    private static final OptionalInt[] SMALL = IntStream.range(0, 256).mapToObj(OptionalInt::of).toArray(OptionalInt[]::new);

    private Absent() {
    }

    static String empty(String text) {
        return text == null ? "" : text;
    }

    static int zero(Integer value) {
        return value == null ? 0 : value;
    }

    static long zero(Long value) {
        return value == null ? 0 : value;
    }

    static <T> List<T> none(List<T> items) {
        return items == null ? List.of() : items;
    }

    /** Every item in its form of the model, in a list that nobody copies again; none for null. */
    static <D, M> List<M> each(List<D> items, Function<D, M> toModel) {
        if (items == null || items.isEmpty()) {
            return List.of();
        }
        List<M> models = new ArrayList<>(items.size());
        for (D item : items) {
            models.add(toModel.apply(item));
        }
        return List.copyOf(models);
    }

    /** Empty and null are the same: not there. */
    static Optional<String> filled(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static OptionalLong known(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static OptionalInt known(Integer value) {
        return value == null ? OptionalInt.empty() : value >= 0 && value < SMALL.length ? SMALL[value] : OptionalInt.of(value);
    }

    static Optional<Money> dollars(String text) {
        try {
            return text == null || text.isBlank() || text.length() > 40 ? Optional.empty() : Optional.of(Money.ofDollars(text));
        } catch (NumberFormatException notAnAmount) {
            return Optional.empty();
        }
    }

    static Optional<Money> cents(BigDecimal cents) {
        try {
            return cents == null ? Optional.empty() : Optional.of(Money.ofCents(cents));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }
}
