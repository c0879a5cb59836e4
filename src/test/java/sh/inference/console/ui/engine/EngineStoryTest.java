package sh.inference.console.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.TaskStatus;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.Text;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FleetHistory;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.StatusTrail;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.ManualScheduler;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Ticker;

class EngineStoryTest {
    private final ManualClock clock = new ManualClock();
    private final FleetStore fleet = new FleetStore(clock);
    private final Ticker ticker = new Ticker(clock);
    private final List<Consumer<String>> waiting = new ArrayList<>();
    private final EngineStory story = new EngineStory(fleet, new StatusTrail(fleet, id -> false, clock),
            new FleetHistory(fleet, new FeedRuntime(new TaskRunner(Runnable::run, Runnable::run), new ManualScheduler(clock), clock, new SplittableRandom(1))),
            new EngineStory.Source() {
                @Override
                public void json(String engineId, Consumer<String> done, Consumer<Text> failed) {
                    waiting.add(done);
                }

                @Override
                public void tasks(String engineId, Consumer<List<TaskSummary>> done, Consumer<Text> failed) {
                    if (engineId.equals("id-locked")) {
                        failed.accept(Text.verbatim("this key may not list tasks"));
                    } else {
                        done.accept(List.of(new TaskSummary("task-0001-long", "", "", TaskStatus.read("10"), Optional.of(Engines.NOW), Optional.empty())));
                    }
                }
            }, new EngineWords(new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), new AppNames(new AppsStore())), ticker);

    @Test
    void theRecordIsReadForTheEngineShownAndDroppedWithIt() {
        story.show(Optional.of("id-a"));
        story.readJson();
        waiting.getFirst().accept("{ a }");
        assertThat(story.jsonProperty().get()).isEqualTo("{ a }");

        story.readJson();
        story.show(Optional.of("id-b"));
        waiting.get(1).accept("{ late }");
        assertThat(story.jsonProperty().get()).isEmpty();

        story.readJson();
        waiting.get(2).accept("{ b }");
        story.drop();
        assertThat(story.jsonProperty().get()).isEmpty();
    }

    @Test
    void tasksThatTheKeyMayNotListSayWhy() {
        story.show(Optional.of("id-locked"));
        story.readTasks();
        assertThat(story.tasksRemarkProperty().get()).isEqualTo("this key may not list tasks");

        story.show(Optional.of("id-a"));
        story.readTasks();
        assertThat(story.tasksRemarkProperty().get()).isEmpty();
        assertThat(story.tasksProperty().get()).singleElement().extracting(StoryLine::remark).isEqualTo("completed");
    }

    @Test
    void anEngineThatIsGoneHadAsManyWorkersAsBefore() {
        fleet.read(Engines.running("a").busy(2).build(), Feed.ENGINE);
        story.show(Optional.of("id-a"));
        int workers = story.workers();
        fleet.remove("id-a");
        clock.advance(java.time.Duration.ofSeconds(1));
        ticker.tick();

        assertThat(story.workers()).isEqualTo(workers).isPositive();
        story.show(Optional.of("id-b"));
        assertThat(story.workers()).isZero();
    }

    @Test
    void theStatusHasAStory() {
        fleet.read(Engines.running("a").build(), Feed.ENGINE);
        story.show(Optional.of("id-a"));
        fleet.read(Engines.in("a", EngineStatus.DRAINING).build(), Feed.ENGINE);

        assertThat(story.stepsProperty().get()).singleElement().extracting(StoryLine::what, StoryLine::remark).containsExactly("Running → Draining", "stream");
        fleet.remove("id-a");
        assertThat(story.stepsProperty().get().getFirst()).extracting(StoryLine::what, StoryLine::remark).containsExactly("Draining → Gone", "poll");
    }
}
