package sh.inference.console.settings;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sh.inference.console.profile.ProfileKind;

/**
 * Everything the operator can choose.
 *
 * @param language    a language tag; empty follows the system
 * @param textPercent the size of text, 100 to 200
 * @param still       whether nothing moves, whatever the system says
 * @param bareKeys    whether single characters without a modifier act as shortcuts
 * @param keys        shortcuts that replace the delivered ones, by the id of the action
 * @param strict      kinds of profiles whose dialogs ask as strictly as in production; production always is
 * @param releases    whether the host that publishes engine releases, which is not the service's, may be asked for the newest one
 */
public record Settings(ThemeChoice theme, Density density, String language, int textPercent, boolean still, boolean bareKeys, Map<String, List<String>> keys,
                       Thresholds thresholds, Limits limits, Set<ProfileKind> strict, boolean releases) {
    public static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200);
    public static final List<String> LANGUAGES = List.of("", "en", "de");
    public static final Settings STANDARD = new Settings(ThemeChoice.SYSTEM, Density.COMPACT, "", 100, false, true, Map.of(), Thresholds.STANDARD,
            Limits.STANDARD, Set.of(ProfileKind.PRODUCTION), false);

    /** Which look. */
    public enum ThemeChoice {
        SYSTEM, LIGHT, DARK, HIGH_CONTRAST
    }

    /** How high rows are. */
    public enum Density {
        COMPACT, COMFORTABLE
    }

    public Settings {
        Set<ProfileKind> kinds = EnumSet.of(ProfileKind.PRODUCTION);
        kinds.addAll(strict);
        strict = Set.copyOf(kinds);
        Map<String, List<String>> copies = new LinkedHashMap<>();
        keys.forEach((action, list) -> copies.put(action, List.copyOf(list)));
        keys = Map.copyOf(copies);
    }

    public Settings withTheme(ThemeChoice now) {
        return new Settings(now, density, language, textPercent, still, bareKeys, keys, thresholds, limits, strict, releases);
    }

    public Settings withDensity(Density now) {
        return new Settings(theme, now, language, textPercent, still, bareKeys, keys, thresholds, limits, strict, releases);
    }

    public Settings withLanguage(String now) {
        return new Settings(theme, density, now, textPercent, still, bareKeys, keys, thresholds, limits, strict, releases);
    }

    public Settings withTextPercent(int now) {
        return new Settings(theme, density, language, now, still, bareKeys, keys, thresholds, limits, strict, releases);
    }

    public Settings withStill(boolean now) {
        return new Settings(theme, density, language, textPercent, now, bareKeys, keys, thresholds, limits, strict, releases);
    }

    public Settings withBareKeys(boolean now) {
        return new Settings(theme, density, language, textPercent, still, now, keys, thresholds, limits, strict, releases);
    }

    public Settings withKeys(Map<String, List<String>> now) {
        return new Settings(theme, density, language, textPercent, still, bareKeys, now, thresholds, limits, strict, releases);
    }

    public Settings withThresholds(Thresholds now) {
        return new Settings(theme, density, language, textPercent, still, bareKeys, keys, now, limits, strict, releases);
    }

    public Settings withLimits(Limits now) {
        return new Settings(theme, density, language, textPercent, still, bareKeys, keys, thresholds, now, strict, releases);
    }

    public Settings withStrict(Set<ProfileKind> now) {
        return new Settings(theme, density, language, textPercent, still, bareKeys, keys, thresholds, limits, now, releases);
    }

    public Settings withReleases(boolean now) {
        return new Settings(theme, density, language, textPercent, still, bareKeys, keys, thresholds, limits, strict, now);
    }
}
