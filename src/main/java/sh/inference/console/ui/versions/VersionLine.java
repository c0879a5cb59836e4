package sh.inference.console.ui.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Resources;
import sh.inference.console.state.VersionBadge;
import sh.inference.console.state.Workload;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/**
 * What a row says of a version, in words.
 *
 * @param workers how many workers are busy with it and hold it warm
 * @param inUse   whether any worker does
 */
public record VersionLine(VersionBadge badge, String badgeWord, String shortId, String created, String age, String kernel, String needs, String workers,
                          boolean inUse) {
    static VersionLine of(AppVersion version, VersionBadge badge, Workload.Count load, Messages words, Instant now) {
        Formats formats = words.formats();
        return new VersionLine(badge, word(badge, words), version.shortId(),
                version.createdAt().map(formats::shortDateTime).orElse(Formats.UNKNOWN),
                version.createdAt().map(at -> formats.duration(Duration.between(at, now))).orElse(Formats.UNKNOWN),
                version.kernel().isEmpty() ? Formats.UNKNOWN : version.kernel(),
                version.resources().map(needs -> needs(needs, words)).orElse(Formats.UNKNOWN),
                workers(load, words), load.busy() + load.warm() > 0);
    }

    /** The whole row, for a screen reader. */
    String sentence(Messages words) {
        return words.of("versions.row", shortId, badgeWord, created, age, kernel, needs, inUse ? workers : words.of("versions.workers.none"));
    }

    private static String word(VersionBadge badge, Messages words) {
        return words.of(switch (badge) {
            case CURRENT -> "versions.badge.current";
            case NEWER_NEVER_CURRENT -> "versions.badge.newer";
            case FORMER -> "versions.badge.former";
            case FIRST_SEEN_HERE -> "versions.badge.first-seen";
        });
    }

    private static String needs(Resources needs, Messages words) {
        if (needs.gpus() <= 0 && needs.vram() <= 0) {
            return words.of("versions.needs.none");
        }
        int gpus = Math.max(1, needs.gpus());
        return words.of("versions.needs", gpus, words.formats().memory(needs.vram() / gpus));
    }

    private static String workers(Workload.Count load, Messages words) {
        List<String> parts = new ArrayList<>();
        if (load.busy() > 0) {
            parts.add(words.of("versions.workers.busy", load.busy()));
        }
        if (load.warm() > 0) {
            parts.add(words.of("versions.workers.warm", load.warm()));
        }
        return parts.isEmpty() ? Formats.UNKNOWN : String.join(" · ", parts);
    }
}
