package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.testing.Engines;

class RepeatsTest {
    private final Repeats repeats = new Repeats();

    private static EngineChange part(Engine engine, EngineField... fields) {
        EnumSet<EngineField> named = EnumSet.noneOf(EngineField.class);
        named.addAll(List.of(fields));
        return new EngineChange(engine.id(), engine.updatedAt(), named, engine);
    }

    /** What a stream says comes out as it was said, whatever was said before. */
    @Test
    void theNewsSayWhatTheySaid() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            Engines engine = Engines.running("e" + random.nextInt(3)).busy(random.nextInt(3)).idle(random.nextInt(3));
            Engine said = (random.nextBoolean() ? engine.endsIn(Duration.ofMinutes(random.nextInt(3))) : engine.withoutSystem()).build();
            EngineChange news = switch (random.nextInt(3)) {
                case 0 -> EngineChange.whole(said);
                case 1 -> part(said, EngineField.WORKERS);
                default -> part(said, EngineField.SYSTEM_INFO, EngineField.STATUS);
            };
            EngineChange handed = repeats.of(news);

            assertThat(handed.fields()).isEqualTo(news.fields());
            assertThat(handed.updatedAt()).isEqualTo(news.updatedAt());
            assertThat(handed.values().status()).isEqualTo(said.status());
            if (news.fields().contains(EngineField.WORKERS)) {
                assertThat(handed.values().workers()).isEqualTo(said.workers());
            }
            if (news.fields().contains(EngineField.SYSTEM_INFO)) {
                assertThat(handed.values().system()).isEqualTo(said.system());
            }
            if (news.isWhole()) {
                assertThat(handed.values()).isEqualTo(said);
            }
        }
    }

    @Test
    void whatIsRepeatedIsHandedOnAsItWas() {
        Engine first = repeats.of(EngineChange.whole(Engines.running("e").cloud().busy(1).idle(2).build())).values();
        Engine same = repeats.of(EngineChange.whole(Engines.running("e").cloud().busy(1).idle(2).build())).values();
        assertThat(same.workerList()).isSameAs(first.workerList());
        assertThat(same.system()).isSameAs(first.system());
        assertThat(same.instance()).isSameAs(first.instance());

        Engine other = repeats.of(EngineChange.whole(Engines.running("e").cloud().busy(2).idle(1).build())).values();
        assertThat(other.workerList()).isNotSameAs(first.workerList());
        assertThat(other.workerList().getFirst()).as("one worker stayed as it was").isSameAs(first.workerList().getFirst());
    }
}
