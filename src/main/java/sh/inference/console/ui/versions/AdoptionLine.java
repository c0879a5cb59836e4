package sh.inference.console.ui.versions;

import java.util.Map;
import java.util.stream.Collectors;

import sh.inference.console.state.Adoption;
import sh.inference.console.text.Messages;

/**
 * How far the workers have followed a switch.
 *
 * @param moved   busy workers on the current version
 * @param holding busy workers on another one
 */
public record AdoptionLine(String title, int moved, int holding, String movedWords, String holdingWords) {
    private static final int NAMED = 5;

    static AdoptionLine of(Adoption now, int start, String old, String current, Messages words) {
        return new AdoptionLine(words.of("versions.adoption.still", old, start, now.holdingWorkers()), now.movedWorkers(), now.holdingWorkers(),
                words.of("versions.adoption.moved", now.movedWorkers(), current, names(now.moved(), words)),
                words.of("versions.adoption.holding", now.holdingWorkers(), names(now.holding(), words)));
    }

    private static String names(Map<String, Integer> engines, Messages words) {
        String named = engines.entrySet().stream().limit(NAMED).map(one -> one.getValue() == 1 ? one.getKey() : words.of("versions.adoption.times", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
        return engines.size() > NAMED ? words.of("versions.adoption.more", named, engines.size() - NAMED) : named;
    }
}
