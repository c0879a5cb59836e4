package sh.inference.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How long this process has been running. Linux tells it in hundredths of a second; the JDK's own answer is counted from
 * the boot time in whole seconds there, and can be a second off.
 */
final class ProcessAge {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final int STARTED_AFTER_NAME = 19;
    private static final int TICK_MILLIS = 10;
    private static final int MILLIS = 1000;

    private ProcessAge() {
    }

    /** Counts the milliseconds since the process started; the system is asked once, now. */
    static LongSupplier counting(Clock clock) {
        long started = clock.millis() - millis(clock);
        return () -> clock.millis() - started;
    }

    /** Milliseconds since the process started. */
    static long millis(Clock clock) {
        try {
            return millis(Files.readString(STAT), Files.readString(UPTIME));
        } catch (IOException | RuntimeException elsewhere) {
            Instant now = clock.instant();
            return now.toEpochMilli() - ProcessHandle.current().info().startInstant().orElse(now).toEpochMilli();
        }
    }

    /**
     * @param stat   the process's line of figures (proc(5)): the 22nd is its start since boot in ticks; its second, the name, may hold spaces
     * @param uptime seconds since boot first
     */
    static long millis(String stat, String uptime) {
        String[] figures = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        long startedMillis = Long.parseLong(figures[STARTED_AFTER_NAME]) * TICK_MILLIS;
        return Math.round(Double.parseDouble(uptime.split(" ")[0]) * MILLIS) - startedMillis;
    }
}
