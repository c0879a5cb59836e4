package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ManualScheduler;

class StreamPumpTest {
    private static final Predicate<Integer> PATIENT = item -> item < 0;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final ManualScheduler scheduler = new ManualScheduler(new ManualClock());
    private final List<Runnable> pictures = new ArrayList<>();
    private final List<List<Integer>> batches = new ArrayList<>();

    @Test
    void whatComesBeforeAPictureIsHandedOverTogetherInItsOrder() {
        StreamPump<Integer> pump = pump();
        pump.offer(1);
        pump.offer(2);
        assertThat(batches).isEmpty();
        draw();
        pump.offer(3);
        assertThat(batches).containsExactly(List.of(1, 2));
        draw();

        assertThat(batches).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void whatIsPatientWaitsASecondForCompany() {
        StreamPump<Integer> pump = pump();
        pump.offer(-1);
        scheduler.advance(Duration.ofMillis(600));
        pump.offer(-2);
        scheduler.advance(Duration.ofMillis(399));
        assertThat(batches).isEmpty();
        scheduler.advance(Duration.ofMillis(1));

        assertThat(batches).containsExactly(List.of(-1, -2));
        assertThat(pictures).isEmpty();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void newsTakeAlongWhatIsPatientInItsOrder() {
        StreamPump<Integer> pump = pump();
        pump.offer(-1);
        scheduler.advance(Duration.ofMillis(100));
        pump.offer(1);
        pump.offer(-2);
        draw();
        assertThat(batches).containsExactly(List.of(-1, 1, -2));
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(batches).hasSize(1);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void whereNothingIsDrawnNewsWaitNoLongerThanASecond() {
        StreamPump<Integer> pump = pump();
        for (int i = 0; i < 10; i++) {
            pump.offer(i);
            scheduler.advance(Duration.ofMillis(500));
        }

        assertThat(batches).hasSize(5);
        assertThat(batches.getLast()).containsExactly(8, 9);
        assertThat(pictures).hasSize(1);
    }

    @Test
    void withoutPatienceASignOfLifeAsksForAPictureToo() {
        StreamPump<Integer> pump = new StreamPump<>(runtime(Runnable::run, Runnable::run, scheduler), Duration.ZERO, PATIENT, batches::add);
        pump.offer(-1);
        pump.offer(2);

        assertThat(batches).containsExactly(List.of(-1), List.of(2));
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void aSlowFxThreadGetsOneTaskOfEachKindHoweverMuchWaits() {
        List<Runnable> fx = new ArrayList<>();
        StreamPump<Integer> pump = new StreamPump<>(runtime(fx::add, fx::add, scheduler), PATIENCE, PATIENT, batches::add);
        for (int i = 0; i < 1000; i++) {
            pump.offer(i);
            scheduler.advance(Duration.ofMillis(16));
        }
        assertThat(fx).hasSize(2);
        fx.forEach(Runnable::run);

        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(1000);
    }

    @Test
    void nothingIsLostBetweenManyThreads() throws InterruptedException {
        AtomicInteger handed = new AtomicInteger();
        StreamPump<Integer> pump = new StreamPump<>(runtime(Runnable::run, Runnable::run, scheduler), Duration.ZERO, PATIENT, batch -> handed.addAndGet(batch.size()));
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
        ScheduledExecutorService closing = Executors.newSingleThreadScheduledExecutor();
        closing.shutdownNow();
        StreamPump<Integer> pump = new StreamPump<>(runtime(pictures::add, Runnable::run, closing), PATIENCE, PATIENT, batches::add);
        pump.offer(1);
        draw();

        assertThat(batches).isEmpty();
    }

    private StreamPump<Integer> pump() {
        return new StreamPump<>(runtime(pictures::add, Runnable::run, scheduler), PATIENCE, PATIENT, batches::add);
    }

    private static FeedRuntime runtime(Executor picture, Executor ui, ScheduledExecutorService scheduler) {
        return new FeedRuntime(new TaskRunner(Runnable::run, ui), picture, scheduler, new ManualClock(), new Random(1));
    }

    private void draw() {
        List<Runnable> due = List.copyOf(pictures);
        pictures.clear();
        due.forEach(Runnable::run);
    }
}
