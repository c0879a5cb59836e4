package sh.inference.console.ui.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import sh.inference.console.ui.common.Ticker;

/** Letters typed one after the other are the beginning of a name; a pause begins a new one. */
final class TypeAhead {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final Ticker ticker;
    private String soFar = "";
    private Instant last = Instant.EPOCH;

    /** @param ticker the time, to the second */
    TypeAhead(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Whether a space still belongs to a name. */
    boolean isUnderWay() {
        return !soFar.isEmpty() && Duration.between(last, ticker.now()).compareTo(PAUSE) < 0;
    }

    /** Takes a typed character; what has been typed by now, unless it is none that a name is made of. */
    Optional<String> add(String typed) {
        boolean begun = isUnderWay();
        if (typed.isEmpty() || Character.isISOControl(typed.charAt(0)) || !begun && !Character.isLetterOrDigit(typed.codePointAt(0))) {
            return Optional.empty();
        }
        soFar = begun ? soFar + typed : typed;
        last = ticker.now();
        return Optional.of(soFar);
    }

    /** The next row from one whose name begins with what was typed, from the top again after the last. */
    static Optional<EngineRow> find(List<EngineRow> shown, String typed, int from) {
        for (int i = 0; i < shown.size(); i++) {
            EngineRow row = shown.get(Math.floorMod(from + i, shown.size()));
            if (row.engine().name().regionMatches(true, 0, typed, 0, typed.length())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
