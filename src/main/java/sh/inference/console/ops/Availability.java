package sh.inference.console.ops;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineKind;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Freshness;

/**
 * Whether a verb is allowed at all, in one table: the write lock, the key's scopes, the freshness of the data, the kind and
 * status of the engine (contract 5.6, 6.2) and what is in flight. Plans, buttons, menus and dialogs all ask here. Pure.
 */
public final class Availability {
    /** What goes on beside anything else on the same engine. */
    private static final Set<Verb> BESIDE = EnumSet.of(Verb.EXTEND, Verb.RENAME, Verb.CANCEL_TASK);

    private Availability() {
    }

    /** The first reason why a verb is not possible on an engine; an engine that the fleet does not hold is gone. */
    public static Optional<Text> engine(Verb verb, Situation situation, String id) {
        Optional<EngineEntry> entry = situation.engine(id);
        return general(verb, situation)
                .or(() -> entry.isEmpty() ? Optional.of(Text.of("why.gone")) : Optional.empty())
                .or(() -> entry.filter(EngineEntry::stale).map(known -> Text.of("why.stale", known.seenAt())))
                .or(() -> entry.flatMap(known -> state(verb, known.engine())))
                .or(() -> inFlight(verb, situation.inFlight(), id));
    }

    /** The first reason why a verb is not possible on an app that is known. */
    public static Optional<Text> app(Verb verb, Situation situation, String id) {
        return general(verb, situation).or(() -> inFlight(verb, situation.inFlight(), id));
    }

    private static Optional<Text> general(Verb verb, Situation situation) {
        return situation.lock()
                .or(() -> situation.missingScopes().contains(verb.scope()) ? Optional.of(Text.of("why.scope", verb.scope())) : Optional.empty())
                .or(() -> freshness(situation.connection().freshness()));
    }

    /** Plans are made of live data only. */
    static Optional<Text> freshness(Freshness freshness) {
        return switch (freshness) {
            case Freshness.Live live -> Optional.empty();
            case Freshness.Connecting connecting -> Optional.of(Text.of("why.connecting"));
            case Freshness.CatchingUp catchingUp -> Optional.of(Text.of("why.catching-up"));
            case Freshness.Stale stale -> Optional.of(Text.of("why.stale", stale.asOf()));
            case Freshness.Offline offline -> Optional.of(Text.of("why.offline"));
        };
    }

    private static Optional<Text> state(Verb verb, Engine engine) {
        if (!engine.isReadable()) {
            return Optional.of(Text.of("why.unreadable"));
        }
        if (verb == Verb.STOP && engine.is(EngineStatus.STOPPED)) {
            // A drained cloud engine has stopped, but its machine is paid for until somebody stops it (contract 6.2).
            return engine.instance().isPresent() && engine.instance().get().bills() ? Optional.empty() : Optional.of(Text.of("why.already.stopped"));
        }
        return kind(verb, engine.kind()).or(() -> status(verb, engine.status().value(), engine.status().raw()));
    }

    /** Extend and restart are for cloud engines only (contract 5.6). */
    static Optional<Text> kind(Verb verb, EngineKind kind) {
        if (kind == EngineKind.CLOUD) {
            return Optional.empty();
        }
        return switch (verb) {
            case EXTEND -> Optional.of(Text.of("why.self-hosted.extend"));
            case RESTART -> Optional.of(Text.of("why.self-hosted.restart"));
            default -> Optional.empty();
        };
    }

    /** Which verb makes sense in which status (contract 6.1, 6.2, trap 7). */
    static Optional<Text> status(Verb verb, EngineStatus status, String word) {
        return switch (verb) {
            case DRAIN, UPDATE -> status == EngineStatus.RUNNING ? Optional.empty() : Optional.of(notRunning(verb, status, word));
            case EXTEND -> status == EngineStatus.STOPPING ? Optional.of(Text.of("why.stopping")) : Optional.empty();
            case STOP -> status == EngineStatus.STOPPING ? Optional.of(Text.of("why.already.stopping")) : Optional.empty();
            case RESTART -> switch (status) {
                case RESTARTING -> Optional.of(Text.of("why.already.restarting"));
                case STOPPING -> Optional.of(Text.of("why.stopping"));
                case UNKNOWN -> Optional.of(Text.of("why.unknown", word));
                default -> Optional.empty();
            };
            case DELETE -> status == EngineStatus.STOPPED || status == EngineStatus.DISCONNECTED ? Optional.empty() : Optional.of(Text.of("why.delete"));
            case RENAME, CANCEL_TASK, PROMOTE, ROLL_BACK, APP_STATUS -> Optional.empty();
        };
    }

    private static Text notRunning(Verb verb, EngineStatus status, String word) {
        return switch (status) {
            case DRAINING -> Text.of(verb == Verb.DRAIN ? "why.already.draining" : "why.draining");
            case PENDING -> Text.of("why.pending");
            case DISCONNECTED -> Text.of("why.disconnected");
            case RESTARTING -> Text.of("why.restarting");
            case STOPPING -> Text.of("why.stopping");
            case STOPPED -> Text.of("why.stopped");
            case RUNNING, UNKNOWN -> Text.of("why.unknown", word);
        };
    }

    /** One unanswered write a target; after the answer, only verbs that make sense on top of each other. */
    static Optional<Text> inFlight(Verb verb, Set<InFlight> all, String id) {
        return all.stream().filter(other -> other.targetId().equals(id))
                .filter(other -> !other.answered() || excludes(verb, other.verb()))
                .findFirst().map(other -> Text.of("why.in-flight", Text.of("verb." + other.verb().key())));
    }

    private static boolean excludes(Verb wanted, Verb underway) {
        return switch (wanted) {
            // These touch nothing that the others need, and the others nothing of theirs.
            case EXTEND, RENAME, CANCEL_TASK, APP_STATUS -> underway == wanted;
            // A drain that hangs may be stopped or restarted; the drain then counts as superseded.
            case STOP -> underway == Verb.STOP || underway == Verb.DELETE;
            case RESTART -> !BESIDE.contains(underway) && underway != Verb.DRAIN;
            case DRAIN, UPDATE -> !BESIDE.contains(underway);
            case DELETE, PROMOTE, ROLL_BACK -> true;
        };
    }
}
