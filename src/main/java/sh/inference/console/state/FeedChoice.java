package sh.inference.console.state;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;

/**
 * Which feeds carry the fleet. A small fleet has a stream for each engine, whatever else the key may do. A large one has
 * the workspace stream; where that is refused, streams for the engines somebody looks at, and the polled list for all.
 *
 * @param streams ids of the engines that have a stream of their own
 * @param events  whether the workspace stream is open
 * @param poll    whether the list is polled
 */
record FeedChoice(Set<String> streams, boolean events, boolean poll) {
    FeedChoice {
        streams = Set.copyOf(streams);
    }

    /**
     * @param known    ids of all engines
     * @param watched  ids on screen and lately on screen, the most important first
     * @param opened   id of the engine in detail, or empty
     * @param noEvents whether the workspace stream was refused
     */
    static FeedChoice of(Set<String> known, Collection<String> watched, String opened, boolean noEvents, FeedSettings settings) {
        if (known.size() <= settings.streamLimit()) {
            // Without an engine there is no stream that could tell of the first one.
            Set<String> named = known.stream().filter(Engine::isAddress).collect(Collectors.toUnmodifiableSet());
            return new FeedChoice(named, false, named.isEmpty());
        }
        Set<String> streams = new LinkedHashSet<>();
        if (known.contains(opened) && Engine.isAddress(opened)) {
            streams.add(opened);
        }
        if (noEvents) {
            watched.stream().filter(known::contains).filter(Engine::isAddress).limit(settings.streamLimit()).forEach(streams::add);
        }
        return new FeedChoice(streams, !noEvents, noEvents);
    }

    /** The feed that carries most of the fleet. */
    Feed main() {
        if (poll) {
            return Feed.POLL;
        }
        return events ? Feed.EVENTS : Feed.ENGINE;
    }
}
