package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.Engine;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

class ListingTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final List<Integer> told = new ArrayList<>();

    /** The first page is alone, since somebody waits for it; where a server goes in a circle nothing is fetched twice. */
    @Test
    void theNextPageIsUnderWayWhileOneIsRead() {
        list(7);
        assertThat(service.calls).containsExactly("list", "read", "list", "list", "read", "list", "read", "read");
        assertThat(told).containsExactly(2, 2, 2, 1);
    }

    @Test
    void aServerThatGoesInACircleIsAskedNoMoreThanNeeded() {
        service.cursors = cursor -> "2";
        list(7);
        assertThat(service.calls).containsExactly("list", "read", "list", "read");
        assertThat(told).containsExactly(2, 2);
    }

    @Test
    void aCancelledWalkBreaksOffThePageThatWasBegunAhead() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch brokenOff = new CountDownLatch(1);
        service.cursors = cursor -> {
            if (cursor.equals("6")) {
                begun.countDown();
                waitForEver(brokenOff);
            }
            return cursor;
        };
        Queue<Runnable> ui = new ConcurrentLinkedQueue<>();
        Listing walk = walk(7, new TaskRunner(Thread::startVirtualThread, ui::add));
        walk.start(2);
        assertThat(begun.await(10, TimeUnit.SECONDS)).as("the third page is asked for while the second is read").isTrue();
        walk.cancel();
        assertThat(brokenOff.await(10, TimeUnit.SECONDS)).as("and is no more").isTrue();
        ui.forEach(Runnable::run);
        assertThat(told).as("nobody hears of a cancelled walk").isEmpty();
    }

    /** As a service that does not answer. */
    private static void waitForEver(CountDownLatch brokenOff) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            brokenOff.countDown();
            throw new IllegalStateException(end);
        }
    }

    private void list(int engines) {
        walk(engines, new TaskRunner(Runnable::run, Runnable::run)).start(2);
    }

    private Listing walk(int engines, TaskRunner tasks) {
        for (int i = 0; i < engines; i++) {
            service.put(Engines.running("e" + i).build());
        }
        return new Listing(service, new FeedRuntime(tasks, rig.scheduler, rig.clock, new Random(1)), Duration.ZERO, new Listing.Sink() {
            @Override
            public void page(List<Engine> fresh, OptionalInt total, Instant askedAt) {
                told.add(fresh.size());
            }

            @Override
            public void done() {
                // The pages are what is looked at.
            }

            @Override
            public void failed(ApiFailure why) {
                throw new AssertionError(why);
            }
        });
    }
}
