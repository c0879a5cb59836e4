package sh.inference.console.settings;

/**
 * From when on something takes the colour of a warning.
 *
 * @param soonMinutes   a machine ends within this time; more than {@code urgentMinutes}
 * @param urgentMinutes a machine ends within this time and needs attention
 * @param warmCelsius   a GPU is this warm or warmer
 */
public record Thresholds(int soonMinutes, int urgentMinutes, int warmCelsius) {
    public static final Thresholds STANDARD = new Thresholds(60, 15, 72);

    /** @throws IllegalArgumentException where a value is out of reason */
    public Thresholds {
        if (urgentMinutes < 1 || soonMinutes <= urgentMinutes || soonMinutes > 7 * 24 * 60 || warmCelsius < 20 || warmCelsius > 120) {
            throw new IllegalArgumentException("thresholds out of reason");
        }
    }
}
