package sh.inference.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sh.inference.console.testing.Engines;

class SharingTest {
    private final SplittableRandom random = new SplittableRandom(7);

    private Engine any() {
        Engines engine = Engines.running("e").busy(random.nextInt(3)).idle(random.nextInt(3)).updatedAt(Engines.NOW.plusSeconds(random.nextInt(2)));
        engine = switch (random.nextInt(4)) {
            case 0 -> engine.withoutSystem();
            case 1 -> engine.withoutWorkers();
            case 2 -> engine.cloud();
            default -> engine.endsIn(Duration.ofMinutes(random.nextInt(3)));
        };
        return engine.build();
    }

    /** Whatever was known, the news say what they said. */
    @Test
    void newsStayWhatTheyAre() {
        for (int i = 0; i < 3_000; i++) {
            Engine news = any();
            assertThat(Sharing.engine(any(), news)).isEqualTo(news);
        }
    }

    @Test
    void whatSaysTheSameIsTheSameObject() {
        Engine known = Engines.running("e").cloud().busy(1).idle(2).build();
        assertThat(Sharing.engine(known, Engines.running("e").cloud().busy(1).idle(2).build())).isSameAs(known);

        Engine later = Sharing.engine(known, Engines.running("e").cloud().busy(1).idle(2).updatedAt(Engines.NOW.plusSeconds(9)).build());
        assertThat(later.workerList()).isSameAs(known.workerList());
        assertThat(later.system()).isSameAs(known.system());
        assertThat(later.instance()).isSameAs(known.instance());
    }
}
