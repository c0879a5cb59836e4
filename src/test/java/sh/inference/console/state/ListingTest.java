package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

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

    private void list(int engines) {
        for (int i = 0; i < engines; i++) {
            service.put(Engines.running("e" + i).build());
        }
        FeedRuntime runtime = new FeedRuntime(new TaskRunner(Runnable::run, Runnable::run), rig.scheduler, rig.clock, new Random(1));
        new Listing(service, runtime, Duration.ZERO, new Listing.Sink() {
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
        }).start(2);
    }
}
