package sh.inference.console.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * News made of the objects that are known already, as far as they say the same: what an engine is reported to be nearly always
 * repeats what was known of it, and the same must not be kept twice in a large fleet. Pure.
 */
public final class Sharing {
    private Sharing() {
    }

    /** The same engine, made of what is known of it. */
    public static Engine engine(Engine known, Engine news) {
        return news.equals(known) ? known
                : news.with(system(known.system(), news.system()), same(known.instance(), news.instance()), workers(known.workers(), news.workers()));
    }

    /** The one that is known where both say the same. */
    public static <T> T same(T known, T news) {
        return news.equals(known) ? known : news;
    }

    /** The same workers; where one of them changed, the others are those that are known. */
    public static Optional<List<Worker>> workers(Optional<List<Worker>> known, Optional<List<Worker>> news) {
        if (known.isEmpty() || news.isEmpty() || known.get().size() != news.get().size()) {
            return news;
        }
        Worker[] shared = new Worker[news.get().size()];
        int repeated = 0;
        for (int i = 0; i < shared.length; i++) {
            Worker then = known.get().get(i);
            shared[i] = news.get().get(i);
            // Looks first at what nearly always differs.
            if (then == shared[i] || then.updatedAt().equals(shared[i].updatedAt()) && then.equals(shared[i])) {
                shared[i] = then;
                repeated++;
            }
        }
        return repeated == shared.length ? known : repeated == 0 ? news : Optional.of(List.of(shared));
    }

    /** The same host, of which nearly only the figures move. */
    public static Optional<SystemInfo> system(Optional<SystemInfo> known, Optional<SystemInfo> news) {
        if (known.isEmpty() || news.isEmpty()) {
            return news;
        }
        if (news.equals(known)) {
            return known;
        }
        SystemInfo then = known.get();
        SystemInfo now = news.get();
        List<GpuReading> gpus = new ArrayList<>(now.gpus().size());
        for (int i = 0; i < now.gpus().size(); i++) {
            gpus.add(i < then.gpus().size() ? reading(then.gpus().get(i), now.gpus().get(i)) : now.gpus().get(i));
        }
        return Optional.of(new SystemInfo(same(then.hostname(), now.hostname()), now.os(), gpus, same(then.volumes(), now.volumes()),
                same(then.ramTotal(), now.ramTotal()), now.ramAvailable()));
    }

    private static GpuReading reading(GpuReading then, GpuReading now) {
        if (now.equals(then)) {
            return then;
        }
        return now.memoryTotal().equals(then.memoryTotal())
                ? new GpuReading(now.index(), now.name(), now.driver(), now.cuda(), now.memoryUsed(), then.memoryTotal(), now.temperature()) : now;
    }
}
