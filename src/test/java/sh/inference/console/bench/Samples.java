package sh.inference.console.bench;

import java.util.Arrays;

/** Figures to take a percentile of. */
final class Samples {
    private double[] values = new double[1024];
    private int n;

    synchronized void add(double value) {
        if (n == values.length) {
            values = Arrays.copyOf(values, 2 * n);
        }
        values[n++] = value;
    }

    synchronized int size() {
        return n;
    }

    /** @return -1 when there are none */
    synchronized double percentile(double p) {
        if (n == 0) {
            return -1;
        }
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(n - 1, Math.floor(n * p / 100))];
    }
}
