package sh.inference.console.sandbox;

import java.time.Clock;
import java.time.Duration;

/**
 * How big the sandbox is and how fast it lives.
 *
 * @param port      on the loopback interface; 0 for a free one
 * @param seed      the same seed gives the same fleet
 * @param rate      changes of engines a second, of all kinds together
 * @param speed     shortens tasks, boots, updates and drains; never moves the clock
 * @param heartbeat between two signs of life of a silent stream
 * @param ticking   whether time passes by itself; otherwise whoever started the server calls {@code tick}
 */
public record SandboxOptions(int port, long seed, int engines, int workers, int apps, int versions, int rate, double speed, Duration heartbeat, Clock clock,
                             boolean ticking) {
    /** The fleet that a new console opens on. */
    public static SandboxOptions defaults(Clock clock) {
        return new SandboxOptions(0, 1, 24, 4, 18, 0, 12, 1, Duration.ofSeconds(10), clock, true);
    }

    public SandboxOptions withPort(int wanted) {
        return new SandboxOptions(wanted, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking);
    }

    public SandboxOptions withEngines(int wanted) {
        return new SandboxOptions(port, seed, wanted, workers, apps, versions, rate, speed, heartbeat, clock, ticking);
    }

    public SandboxOptions withSpeed(double wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, wanted, heartbeat, clock, ticking);
    }

    public SandboxOptions withSeed(long wanted) {
        return new SandboxOptions(port, wanted, engines, workers, apps, versions, rate, speed, heartbeat, clock, ticking);
    }

    public SandboxOptions withHeartbeat(Duration wanted) {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, wanted, clock, ticking);
    }

    /** Time stands still until somebody ticks. */
    public SandboxOptions byHand() {
        return new SandboxOptions(port, seed, engines, workers, apps, versions, rate, speed, heartbeat, clock, false);
    }
}
