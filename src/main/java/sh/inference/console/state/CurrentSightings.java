package sh.inference.console.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Remembers which version this console saw as an app's current one, and when: the service keeps no such history
 * (contract 4.4). Called on background threads, so it may touch the disk and must bear several threads.
 */
public interface CurrentSightings {
    /**
     * Records what was just read.
     *
     * @param currentByApp app id to the id of its current version
     * @return by app id every sighting of these apps, latest last
     */
    Map<String, List<CurrentSighting>> saw(Map<String, String> currentByApp, Instant at);
}
