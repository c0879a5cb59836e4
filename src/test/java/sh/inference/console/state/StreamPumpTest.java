package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ManualScheduler;

class StreamPumpTest {
    private static final Predicate<Integer> PATIENT = item -> item < 0;
    private final ManualScheduler scheduler = new ManualScheduler(new ManualClock());
    private final List<List<Integer>> batches = new ArrayList<>();

    @Test
    void whatComesInOneIntervalIsHandedOverTogetherInItsOrder() {
        StreamPump<Integer> pump = new StreamPump<>(Runnable::run, scheduler, Duration.ofMillis(16), PATIENT, batches::add);
        pump.offer(1);
        pump.offer(2);
        assertThat(batches).isEmpty();
        scheduler.advance(Duration.ofMillis(16));
        pump.offer(3);
        scheduler.advance(Duration.ofMillis(15));
        assertThat(batches).containsExactly(List.of(1, 2));
        scheduler.advance(Duration.ofMillis(1));

        assertThat(batches).containsExactly(List.of(1, 2), List.of(3));
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void whatIsPatientWaitsASecondForCompany() {
        StreamPump<Integer> pump = new StreamPump<>(Runnable::run, scheduler, Duration.ofMillis(16), PATIENT, batches::add);
        pump.offer(-1);
        scheduler.advance(Duration.ofMillis(600));
        pump.offer(-2);
        scheduler.advance(Duration.ofMillis(399));
        assertThat(batches).isEmpty();
        scheduler.advance(Duration.ofMillis(1));

        assertThat(batches).containsExactly(List.of(-1, -2));
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void newsTakeAlongWhatIsPatientInItsOrder() {
        StreamPump<Integer> pump = new StreamPump<>(Runnable::run, scheduler, Duration.ofMillis(16), PATIENT, batches::add);
        pump.offer(-1);
        scheduler.advance(Duration.ofMillis(100));
        pump.offer(1);
        pump.offer(-2);
        scheduler.advance(Duration.ofMillis(16));
        assertThat(batches).containsExactly(List.of(-1, 1, -2));
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(batches).hasSize(1);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void withoutAnIntervalItIsHandedOverAtOnce() {
        StreamPump<Integer> pump = new StreamPump<>(Runnable::run, scheduler, Duration.ZERO, PATIENT, batches::add);
        pump.offer(1);
        pump.offer(2);

        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void aSlowFxThreadGetsOneTaskHoweverMuchWaits() {
        List<Runnable> fx = new ArrayList<>();
        StreamPump<Integer> pump = new StreamPump<>(fx::add, scheduler, Duration.ofMillis(16), PATIENT, batches::add);
        for (int i = 0; i < 1000; i++) {
            pump.offer(i);
            scheduler.advance(Duration.ofMillis(16));
        }
        assertThat(fx).hasSize(1);
        fx.getFirst().run();

        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(1000);
    }

    @Test
    void nothingIsLostBetweenManyThreads() throws InterruptedException {
        AtomicInteger handed = new AtomicInteger();
        StreamPump<Integer> pump = new StreamPump<>(Runnable::run, scheduler, Duration.ZERO, PATIENT, batch -> handed.addAndGet(batch.size()));
        CountDownLatch done = new CountDownLatch(8);
        for (int t = 0; t < 8; t++) {
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 5000; i++) {
                    pump.offer(i);
                }
                done.countDown();
            });
        }
        done.await();

        assertThat(handed).hasValue(40_000);
    }

    @Test
    void offeringAfterTheSchedulerClosedIsHarmless() {
        var closing = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        closing.shutdownNow();
        StreamPump<Integer> pump = new StreamPump<>(Runnable::run, closing, Duration.ofMillis(16), PATIENT, batches::add);
        pump.offer(1);

        assertThat(batches).isEmpty();
    }
}
