package sh.inference.console;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.cli.SandboxFlags;
import sh.inference.console.model.Text;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;

/** Starts the sandbox as the command line asks for it. */
final class SandboxLaunch {
    private SandboxLaunch() {
    }

    /** @throws IOException when the port is taken */
    static SandboxServer start(SandboxFlags flags, Clock clock) throws IOException {
        return SandboxServer.start(options(flags, clock));
    }

    static SandboxOptions options(SandboxFlags flags, Clock clock) {
        SandboxOptions usual = SandboxOptions.defaults(clock);
        Set<Drill> drills = EnumSet.noneOf(Drill.class);
        flags.faults().forEach(name -> Drill.find(name).ifPresent(drills::add));
        SandboxOptions sized = usual.withPort(flags.port())
                .withEngines(flags.engines().orElse(usual.engines()))
                .withWorkers(flags.workers().orElse(usual.workers()))
                .withApps(flags.apps().orElse(usual.apps()))
                .withVersions(flags.versions().orElse(usual.versions()))
                .withRate(flags.rate().orElse(usual.rate()))
                .withSeed(flags.seed().orElse(usual.seed()))
                .withSpeed(flags.speed().orElse(usual.speed()))
                .withDrills(drills).withIncidents();
        return flags.state().map(sized::withState).orElse(sized);
    }

    /** What an operator should know about how it started. */
    static Optional<Text> finding(SandboxServer server) {
        return server.setAside().map(damaged -> Text.of("sandbox.state.damaged", damaged.file().toString(), damaged.aside().getFileName().toString()));
    }

    /** The faults that can be staged: name to sentence. */
    static Map<String, String> drills() {
        Map<String, String> drills = new LinkedHashMap<>();
        for (Drill drill : Drill.values()) {
            drills.put(drill.word(), drill.sentence());
        }
        return drills;
    }

    /** Where it answers and with which keys, as one line of JSON. */
    static String line(SandboxServer server) {
        return "{\"url\":\"%s\",\"key\":\"%s\",\"readOnlyKey\":\"%s\",\"noTeamsKey\":\"%s\",\"expiredKey\":\"%s\"}"
                .formatted(server.url(), server.key(), server.readOnlyKey(), server.noTeamsKey(), server.expiredKey());
    }
}
