package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sh.inference.console.model.Engine;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;

class AvailabilityTest {
    private static final Set<Verb> ON_ENGINES = EnumSet.of(Verb.DRAIN, Verb.UPDATE, Verb.EXTEND, Verb.RESTART, Verb.STOP);
    private static final Set<Verb> ON_RECORDS = EnumSet.of(Verb.RENAME, Verb.DELETE, Verb.CANCEL_TASK);

    /** Columns: the word on the wire, then drain, update, extend, restart, stop on a self-hosted engine; "yes" or the reason. */
    @ParameterizedTest
    @CsvSource({
        "running,      yes,              yes,          self-hosted.extend, self-hosted.restart, yes",
        "pending,      pending,          pending,      self-hosted.extend, self-hosted.restart, yes",
        "draining,     already.draining, draining,     self-hosted.extend, self-hosted.restart, yes",
        "disconnected, disconnected,     disconnected, self-hosted.extend, self-hosted.restart, yes",
        "restarting,   restarting,       restarting,   self-hosted.extend, self-hosted.restart, yes",
        "stopping,     stopping,         stopping,     self-hosted.extend, self-hosted.restart, already.stopping",
        "stopped,      stopped,          stopped,      self-hosted.extend, self-hosted.restart, already.stopped",
        "suspended,    unknown,          unknown,      self-hosted.extend, self-hosted.restart, yes"})
    void aSelfHostedEngineAllows(String status, String drain, String update, String extend, String restart, String stop) {
        assertAllows(Engines.inWord("e", status).build(), drain, update, extend, restart, stop);
    }

    @ParameterizedTest
    @CsvSource({
        "running,      yes,              yes,          yes,      yes,                yes",
        "pending,      pending,          pending,      yes,      yes,                yes",
        "draining,     already.draining, draining,     yes,      yes,                yes",
        "disconnected, disconnected,     disconnected, yes,      yes,                yes",
        "restarting,   restarting,       restarting,   yes,      already.restarting, yes",
        "stopping,     stopping,         stopping,     stopping, stopping,           already.stopping",
        "stopped,      stopped,          stopped,      yes,      yes,                yes",
        "suspended,    unknown,          unknown,      yes,      unknown,            yes"})
    void aCloudEngineAllows(String status, String drain, String update, String extend, String restart, String stop) {
        assertAllows(Engines.inWord("e", status).cloud().build(), drain, update, extend, restart, stop);
    }

    private static void assertAllows(Engine engine, String... expected) {
        List<Verb> verbs = List.of(Verb.DRAIN, Verb.UPDATE, Verb.EXTEND, Verb.RESTART, Verb.STOP);
        for (int i = 0; i < verbs.size(); i++) {
            Optional<Text> why = Availability.engine(verbs.get(i), Situations.of(engine).build(), engine.id());
            assertThat(why.map(Text::key).orElse("why.yes")).as("%s on %s", verbs.get(i), engine.status().raw()).isEqualTo("why." + expected[i]);
            why.ifPresent(text -> assertThat(Plans.hasWords(text)).as(text.key()).isTrue());
        }
    }

    @Test
    void aStoppedCloudEngineCannotBeStoppedAgainOnceItsMachineIsGone() {
        Engine engine = Engines.in("e", sh.inference.console.model.EngineStatus.STOPPED).instance(InstanceStatus.DELETED).build();
        assertThat(Availability.engine(Verb.STOP, Situations.of(engine).build(), engine.id())).map(Text::key).contains("why.already.stopped");
    }

    static Stream<Freshness> notLive() {
        return Stream.of(new Freshness.Connecting(), new Freshness.CatchingUp(), new Freshness.Stale(Instant.EPOCH, Optional.empty(), 1, Optional.empty()),
                new Freshness.Offline(Problem.of("unauthorized"), Optional.empty(), 1, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void nothingIsWrittenUnlessTheDataIsLive(Verb verb) {
        Engine engine = Engines.running("e").cloud().build();
        notLive().forEach(freshness -> {
            Situation situation = Situations.of(engine).freshness(freshness).build();
            assertThat(Availability.engine(verb, situation, engine.id())).as("%s", freshness).map(Plans::hasWords).contains(true);
            assertThat(Availability.app(verb, situation, "app")).as("%s", freshness).isPresent();
        });
    }

    @Test
    void anEngineWhoseOwnLineIsLostIsStaleAmongLiveOnes() {
        Situation situation = Situations.of(Engines.running("e").entry().stale(true)).build();
        assertThat(Availability.engine(Verb.DRAIN, situation, "id-e")).map(Text::key).contains("why.stale");
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void aMissingScopeIsNamedBeforeAnythingElse(Verb verb) {
        Situation situation = Situations.of(Engines.inWord("e", "stopped").build()).lacking(verb.scope()).freshness(new Freshness.CatchingUp()).build();
        assertThat(Availability.engine(verb, situation, "id-e").map(Plans::words)).contains("Off: this key lacks " + verb.scope() + ".");
        assertThat(Availability.app(verb, situation, "app").map(Plans::words)).contains("Off: this key lacks " + verb.scope() + ".");
    }

    @Test
    void anotherMissingScopeDoesNotMatter() {
        Situation situation = Situations.of(Engines.running("e").build()).lacking("apps:write").lacking("billing:read").build();
        assertThat(Availability.engine(Verb.DRAIN, situation, "id-e")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void aLockStopsEverything(Verb verb) {
        Text why = Text.verbatim("locked");
        Situation situation = Situations.of(Engines.running("e").cloud().build()).locked(why).build();
        assertThat(Availability.engine(verb, situation, "id-e")).contains(why);
        assertThat(Availability.app(verb, situation, "app")).contains(why);
    }

    @Test
    void anEngineThatIsGoneAllowsNothing() {
        ON_ENGINES.forEach(verb -> assertThat(Availability.engine(verb, Situations.of(new Engine[0]).build(), "x")).map(Text::key).contains("why.gone"));
    }

    /** Columns: what is under way and answered, then which verbs are possible on top of it on a running cloud engine. */
    @ParameterizedTest
    @CsvSource({
        "DRAIN,   EXTEND RESTART STOP",
        "UPDATE,  EXTEND STOP",
        "EXTEND,  DRAIN UPDATE RESTART STOP",
        "RESTART, EXTEND STOP",
        "STOP,    EXTEND"})
    void whatIsUnderWayExcludesWhatMakesNoSenseOnTopOfIt(Verb underway, String possible) {
        Situation situation = Situations.of(Engines.running("e").cloud().build()).underway("id-e", underway, true).build();
        for (Verb verb : ON_ENGINES) {
            assertThat(Availability.engine(verb, situation, "id-e").isEmpty()).as("%s during %s", verb, underway)
                    .isEqualTo(List.of(possible.split(" ")).contains(verb.name()));
        }
    }

    @Test
    void whileAnAnswerIsOutNothingElseIsSentThere() {
        for (Verb underway : ON_ENGINES) {
            Situation situation = Situations.of(Engines.running("e").cloud().build(), Engines.running("f").cloud().build())
                    .underway("id-e", underway, false).build();
            for (Verb verb : ON_ENGINES) {
                assertThat(Availability.engine(verb, situation, "id-e")).as("%s during %s", verb, underway).isPresent();
                assertThat(Availability.engine(verb, situation, "id-f")).as("another engine").isEmpty();
            }
        }
    }

    /** Columns: the word on the wire, then whether its record can be deleted; a name can be changed and a task cancelled always. */
    @ParameterizedTest
    @CsvSource({"running, no", "pending, no", "draining, no", "disconnected, yes", "restarting, no", "stopping, no", "stopped, yes", "suspended, no"})
    void aRecordAllows(String status, String delete) {
        for (Engine engine : List.of(Engines.inWord("e", status).build(), Engines.inWord("e", status).cloud().build())) {
            Situation situation = Situations.of(engine).build();
            assertThat(Availability.engine(Verb.DELETE, situation, "id-e").isEmpty()).isEqualTo(delete.equals("yes"));
            assertThat(Availability.engine(Verb.RENAME, situation, "id-e")).isEmpty();
            assertThat(Availability.engine(Verb.CANCEL_TASK, situation, "id-e")).isEmpty();
        }
    }

    @Test
    void renamingAndCancellingATaskGoOnBesideEverythingElse() {
        for (Verb beside : List.of(Verb.RENAME, Verb.CANCEL_TASK)) {
            for (Verb other : EnumSet.of(Verb.DRAIN, Verb.UPDATE, Verb.EXTEND, Verb.RESTART, Verb.STOP, Verb.RENAME, Verb.CANCEL_TASK)) {
                Situation on = Situations.of(Engines.running("e").cloud().build()).underway("id-e", other, true).build();
                assertThat(Availability.engine(beside, on, "id-e").isEmpty()).as("%s during %s", beside, other).isEqualTo(beside != other);
                Situation under = Situations.of(Engines.running("e").cloud().build()).underway("id-e", beside, true).build();
                assertThat(Availability.engine(other, under, "id-e").isEmpty()).as("%s during %s", other, beside).isEqualTo(beside != other);
            }
        }
    }

    /** The first reason counts: the lock, then the scope, then the line, then what the engine itself is in the way of. */
    private static String expected(boolean locked, boolean scope, Freshness freshness, Optional<Text> bare) {
        if (locked) {
            return "verbatim";
        }
        if (!scope) {
            return "why.scope";
        }
        return switch (freshness) {
            case Freshness.Connecting connecting -> "why.connecting";
            case Freshness.CatchingUp catchingUp -> "why.catching-up";
            case Freshness.Stale stale -> "why.stale";
            case Freshness.Offline offline -> "why.offline";
            case Freshness.Live live -> bare.map(Text::key).orElse("yes");
        };
    }

    /** Every status on both kinds, with every line, scope and lock: nothing is possible but on live data, with the scope, unlocked. */
    @Test
    void everyCellOfTheTable() {
        Set<Verb> verbs = EnumSet.copyOf(ON_ENGINES);
        verbs.addAll(ON_RECORDS);
        int possible = 0;
        for (String word : List.of("running", "pending", "draining", "disconnected", "restarting", "stopping", "stopped", "suspended")) {
            for (Engine engine : List.of(Engines.inWord("e", word).build(), Engines.inWord("e", word).cloud().build())) {
                for (Verb verb : verbs) {
                    Optional<Text> bare = Availability.engine(verb, Situations.of(engine).build(), "id-e");
                    possible += bare.isEmpty() ? 1 : 0;
                    for (Freshness freshness : java.util.stream.Stream.concat(Stream.of(new Freshness.Live()), notLive()).toList()) {
                        for (boolean scope : new boolean[] {true, false}) {
                            for (boolean locked : new boolean[] {true, false}) {
                                Situations made = Situations.of(engine).freshness(freshness);
                                made = scope ? made : made.lacking(verb.scope());
                                made = locked ? made.locked(Text.verbatim("locked")) : made;
                                Optional<Text> why = Availability.engine(verb, made.build(), "id-e");
                                assertThat(why.map(Text::key).orElse("yes")).as("%s on %s %s, %s, scope %s, locked %s", verb, engine.kind(), word, freshness, scope, locked)
                                        .isEqualTo(expected(locked, scope, freshness, bare));
                                why.ifPresent(text -> assertThat(Plans.hasWords(text)).isTrue());
                            }
                        }
                    }
                }
            }
        }
        assertThat(possible).as("cells that say yes").isEqualTo(65);
    }

    @Test
    void everyCellOfTheTableOfApps() {
        for (Verb verb : List.of(Verb.PROMOTE, Verb.ROLL_BACK, Verb.APP_STATUS)) {
            for (Freshness freshness : Stream.concat(Stream.of(new Freshness.Live()), notLive()).toList()) {
                for (boolean scope : new boolean[] {true, false}) {
                    for (boolean locked : new boolean[] {true, false}) {
                        Situations made = Situations.of(new Engine[0]).freshness(freshness);
                        made = scope ? made : made.lacking(verb.scope());
                        made = locked ? made.locked(Text.verbatim("locked")) : made;
                        assertThat(Availability.app(verb, made.build(), "app").map(Text::key).orElse("yes")).as("%s, %s, scope %s, locked %s", verb, freshness, scope, locked)
                                .isEqualTo(expected(locked, scope, freshness, Optional.empty()));
                    }
                }
            }
        }
    }

    @Test
    void oneChangeOfTheCurrentVersionAtATime() {
        for (Verb verb : List.of(Verb.PROMOTE, Verb.ROLL_BACK)) {
            Situation situation = Situations.of(new Engine[0]).underway("app", Verb.PROMOTE, true).build();
            assertThat(Availability.app(verb, situation, "app")).map(Text::key).contains("why.in-flight");
            assertThat(Availability.app(verb, situation, "other")).isEmpty();
        }
    }
}
