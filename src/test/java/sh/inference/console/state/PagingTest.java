package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;

class PagingTest {
    private static final ListRequest FIRST = ListRequest.first(10);
    private final Paging paging = new Paging();

    @Test
    void theCursorLeadsOnAsItCame() {
        assertThat(paging.next(FIRST, page("a+b/=", true), true)).contains(FIRST.after("a+b/="));
    }

    @Test
    void aCursorWithoutMoreIsTheEnd() {
        assertThat(paging.next(FIRST, page("left over", false), true)).isEmpty();
        assertThat(paging.hasRepeatedItself()).isFalse();
    }

    @Test
    void moreWithoutACursorIsAskedForByItsNumber() {
        assertThat(paging.next(FIRST, page("", true), true)).contains(FIRST.page(2));
        assertThat(paging.next(FIRST.page(2), page("", true), true)).contains(FIRST.page(3));
        assertThat(paging.next(FIRST.page(3), page("", true), false)).isEmpty();
        assertThat(paging.hasRepeatedItself()).isTrue();
    }

    @Test
    void aCursorThatComesTwiceIsNotFollowedInACircle() {
        paging.next(FIRST, page("x", true), true);
        paging.next(FIRST, page("y", true), true);
        assertThat(paging.next(FIRST, page("x", true), true)).isEmpty();
        assertThat(paging.hasRepeatedItself()).isTrue();
    }

    @Test
    void anEndlessRowOfNewCursorsWithoutAnythingNewEnds() {
        Optional<ListRequest> next = Optional.of(FIRST);
        int asked = 0;
        while (next.isPresent() && asked < 100) {
            next = paging.next(next.get(), page("c" + asked, true), asked++ == 0);
        }
        assertThat(asked).isEqualTo(4);
        assertThat(paging.hasRepeatedItself()).isTrue();
    }

    @Test
    void aFleetIsReadWholeFromAServiceThatForgetsItsCursors() {
        FeedRig rig = new FeedRig();
        FakeService service = new FakeService(rig);
        for (int i = 0; i < 250; i++) {
            service.put(Engines.running("e" + i).build());
        }
        service.cursors = cursor -> "";
        FleetStore store = new FleetStore(rig.clock);
        Diagnostics diagnostics = new Diagnostics();
        FleetFeed feed = new FleetFeed(service, store, new Permissions(), diagnostics, rig.runtime(), FeedSettings.STANDARD);
        feed.start();
        rig.pass(Duration.ofSeconds(2));
        assertThat(store.entries()).hasSize(250);
        assertThat(diagnostics.countsProperty().get().circles()).isZero();
        feed.close();
        rig.settle();
    }

    private static Page<String> page(String cursor, boolean more) {
        return new Page<>(List.of(), cursor, more, OptionalInt.empty());
    }
}
