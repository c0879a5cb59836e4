package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long things take here: short, and shorter with a higher speed. The clock itself is never touched. */
public final class Pace {
    private final double speed;
    private final double taskSeconds;
    private final RandomGenerator random;

    /** @param taskSeconds how long a task takes in the mean at speed 1 */
    public Pace(double speed, double taskSeconds, RandomGenerator random) {
        this.speed = speed;
        this.taskSeconds = taskSeconds;
        this.random = random;
    }

    public Duration between(double from, double to) {
        return Duration.ofMillis(Math.max(1, Math.round(1000 * random.nextDouble(from, to) / speed)));
    }

    Duration task() {
        return between(taskSeconds * 0.4, taskSeconds * 1.6);
    }

    Duration pauseBetweenTasks() {
        return between(taskSeconds * 0.1, taskSeconds * 0.9);
    }
}
