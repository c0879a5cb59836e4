package sh.inference.console.ops.promote;

import sh.inference.console.model.Resources;
import sh.inference.console.model.Text;
import sh.inference.console.ops.FleetFit;

/** How well a version fits the fleet, in words: "3 of 11 workers can run it, needs 24 GB". */
public final class Needs {
    private static final long GB = 1L << 30;

    private Needs() {
    }

    /** Only for a fit that is known. */
    public static Text workers(FleetFit fit) {
        Text workers = Text.of("current.fit.workers", fit.able(), fit.online(), fit.needs().map(Needs::words).orElse(Text.of("plan.unknown")));
        return fit.unknown() == 0 ? workers : Text.of("plan.pair", workers, Text.of("current.fit.some-unknown", fit.unknown()));
    }

    private static Text words(Resources needs) {
        if (needs.vram() > 0) {
            return needs.gpus() > 1 ? Text.of("current.fit.needs.gpus", needs.gpus(), gb(needs.vram())) : Text.of("current.fit.needs", gb(needs.vram()));
        }
        return needs.ram() > 0 ? Text.of("current.fit.needs.ram", gb(needs.ram())) : Text.of("current.fit.needs.nothing");
    }

    private static long gb(long bytes) {
        return Math.round((double) bytes / GB);
    }
}
