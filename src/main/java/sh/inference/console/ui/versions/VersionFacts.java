package sh.inference.console.ui.versions;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

import sh.inference.console.model.AppFunction;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Requirement;
import sh.inference.console.model.Variant;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ops.FleetFit;
import sh.inference.console.ops.promote.Needs;
import sh.inference.console.state.Fleet;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Fact;

/** What is known of one version, for reading: what it does and runs on, and what it asks for and where it comes from. */
public record VersionFacts(String id, List<Fact> left, List<Fact> right) {
    private static final int CHECKSUM = 24;
    private static final int NAMED = 4;

    /** @param opinion how many engines the service thinks able to run it, where that was asked */
    static VersionFacts of(AppVersion version, Fleet fleet, OptionalInt opinion, Messages words) {
        String ram = version.resources().filter(needs -> needs.ram() > 0)
                .map(needs -> words.of("versions.gb", words.formats().memory(needs.ram()))).orElse(Formats.UNKNOWN);
        List<Variant> variants = version.variants().stream().sorted(Comparator.comparingInt(Variant::order)).toList();
        String checksum = version.checksum().map(sum -> sum.length() > CHECKSUM ? sum.substring(0, CHECKSUM) + "…" : sum).orElse(Formats.UNKNOWN);
        return new VersionFacts(version.id(),
                List.of(fact("versions.functions", functions(version, words), words),
                        fact("versions.ram", ram, words),
                        fact("versions.variants", joined(variants, Variant::name, words), words),
                        fact("versions.runs-on", runsOn(version, fleet, words), words),
                        fact("versions.fits", fits(version, fleet, opinion, words), words)),
                List.of(fact("versions.secrets", joined(version.secrets(), requirement(words), words), words),
                        fact("versions.integrations", joined(version.integrations(), requirement(words), words), words),
                        fact("versions.checksum", checksum, words),
                        fact("versions.repository", version.repository().isEmpty() ? Formats.UNKNOWN : version.repository(), words),
                        fact("versions.column.kernel", version.kernel().isEmpty() ? Formats.UNKNOWN : version.kernel(), words),
                        fact("versions.column.created", version.createdAt().map(words.formats()::dateTime).orElse(Formats.UNKNOWN), words)));
    }

    private static String functions(AppVersion version, Messages words) {
        if (version.functions().isEmpty()) {
            return Formats.UNKNOWN;
        }
        String names = version.functions().stream().map(AppFunction::name).collect(Collectors.joining(", "));
        return version.defaultFunction().isEmpty() || version.functions().size() == 1 ? names
                : words.of("versions.functions.default", names, version.defaultFunction());
    }

    /** A version that does not say what it needs is never said to fit. */
    private static String fits(AppVersion version, Fleet fleet, OptionalInt opinion, Messages words) {
        FleetFit fit = FleetFit.of(fleet, version);
        String own = fit.isKnown() ? words.of(Needs.workers(fit)) : words.of(fit.needs().isEmpty() ? "current.fit.unknown" : "current.fit.no-workers");
        return opinion.isEmpty() ? own : words.of("versions.fits.opinion", own, opinion.getAsInt());
    }

    /** Which engines have it on a worker now. */
    private static String runsOn(AppVersion version, Fleet fleet, Messages words) {
        List<String> engines = fleet.all().stream().map(entry -> entry.engine())
                .filter(engine -> engine.workerList().stream().anyMatch(worker -> version.matches(worker.appVersionId()) && !worker.status().is(WorkerStatus.INACTIVE)))
                .map(engine -> engine.name()).sorted().toList();
        String named = String.join(", ", engines.subList(0, Math.min(NAMED, engines.size())));
        return engines.isEmpty() ? words.of("versions.none") : engines.size() > NAMED ? words.of("versions.adoption.more", named, engines.size() - NAMED) : named;
    }

    private static Function<Requirement, String> requirement(Messages words) {
        return requirement -> requirement.optional() ? words.of("versions.optional", requirement.key()) : requirement.key();
    }

    private static <T> String joined(List<T> all, Function<T, String> word, Messages words) {
        return all.isEmpty() ? words.of("versions.none") : all.stream().map(word).collect(Collectors.joining(", "));
    }

    private static Fact fact(String name, String value, Messages words) {
        return new Fact(words.of(name), value);
    }
}
