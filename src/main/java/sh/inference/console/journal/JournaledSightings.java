package sh.inference.console.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import sh.inference.console.model.Text;
import sh.inference.console.state.CurrentSighting;
import sh.inference.console.state.CurrentSightings;

/**
 * Which version was current when, kept in the journal, so that it outlives the console. A line is written when another
 * version is seen, not at every look. Safe for use by any thread.
 */
public final class JournaledSightings implements CurrentSightings {
    private static final Logger LOG = Logger.getLogger(JournaledSightings.class.getName());
    private final Journal journal;
    private final String profile;
    private final String host;
    private Map<String, List<CurrentSighting>> seen;

    /**
     * @param profile the name of the profile whose apps are seen
     * @param host    where it points; another port of the same host counts as the same place
     */
    public JournaledSightings(Journal journal, String profile, String host) {
        this.journal = journal;
        this.profile = profile;
        this.host = host;
    }

    @Override
    public synchronized Map<String, List<CurrentSighting>> saw(Map<String, String> currentByApp, Instant at) {
        if (seen == null) {
            seen = recorded();
        }
        List<JournalEntry> news = new ArrayList<>();
        Map<String, List<CurrentSighting>> answer = new HashMap<>();
        currentByApp.forEach((app, version) -> {
            List<CurrentSighting> before = seen.getOrDefault(app, List.of());
            if (!version.isEmpty()) {
                boolean moved = lines(app, version, before, at, news);
                seen.put(app, CurrentSighting.after(before, version, at, moved && !before.isEmpty() ? cause(app, version, at) : Optional.empty()));
            }
            answer.put(app, seen.getOrDefault(app, List.of()));
        });
        write(news);
        return answer;
    }

    /** @return whether it is another version than before */
    private boolean lines(String app, String version, List<CurrentSighting> before, Instant at, List<JournalEntry> news) {
        Optional<CurrentSighting> last = before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
        if (last.filter(one -> one.versionId().equals(version)).isPresent()) {
            return false;
        }
        // How long the one before was current is known only now.
        last.filter(one -> one.to().isAfter(one.from())).ifPresent(one -> news.add(entry(app, one.versionId(), one.to(), Text.of("journal.last-seen"))));
        news.add(entry(app, version, at, Text.of("journal.seen")));
        return true;
    }

    /** What this console asked for shortly before: the intent stands in the journal before its request leaves. */
    private Optional<CurrentSighting.Cause> cause(String app, String version, Instant at) {
        try {
            return new CurrentCauses(journal.read().entries()).of(app, version, at);
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The journal cannot be read: {0}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void write(List<JournalEntry> news) {
        if (news.isEmpty()) {
            return;
        }
        try {
            journal.append(news);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "What is current was not written to the journal: {0}", unwritable.getMessage());
        }
    }

    private Map<String, List<CurrentSighting>> recorded() {
        Map<String, List<CurrentSighting>> all = new HashMap<>();
        try {
            List<JournalEntry> entries = journal.read().entries();
            CurrentCauses causes = new CurrentCauses(entries);
            for (JournalEntry entry : entries) {
                if (entry.kind() == JournalEntry.Kind.SIGHTING && CurrentCauses.place(entry.host()).equals(CurrentCauses.place(host))) {
                    List<CurrentSighting> before = all.getOrDefault(entry.target(), List.of());
                    boolean moved = !before.isEmpty() && !before.getLast().versionId().equals(entry.state());
                    all.put(entry.target(), CurrentSighting.after(before, entry.state(), entry.at(),
                            moved ? causes.of(entry.target(), entry.state(), entry.at()) : Optional.empty()));
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The journal cannot be read: {0}", unreadable.getMessage());
        }
        return all;
    }

    private JournalEntry entry(String app, String version, Instant at, Text note) {
        return new JournalEntry(JournalEntry.Kind.SIGHTING, at, journal.actor(), profile, host, "", "", app, "", "", version, Optional.empty(), 0,
                Optional.of(note), List.of());
    }
}
