package sh.inference.console.api;

import sh.inference.console.model.Traffic;

/** Counts what goes over the wire. */
@FunctionalInterface
public interface TrafficMeter {
    /** The figures of this moment; any thread may ask. */
    Traffic traffic();
}
