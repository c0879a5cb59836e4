package sh.inference.console.ui.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.Text;
import sh.inference.console.model.Wire;
import sh.inference.console.state.FleetHistory;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.StatusTrail;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Status;
import sh.inference.console.ui.common.Ticker;

/**
 * What is known of an engine beside its present state: the last minutes, the changes of its status, its latest tasks and
 * its record as the service sends it. Tasks and record are read when asked for, for the engine that is shown; an answer that
 * comes after another engine was chosen is dropped, and so is everything read when the details close. FX thread.
 */
public final class EngineStory {
    private final FleetStore fleet;
    private final StatusTrail trail;
    private final FleetHistory history;
    private final Source source;
    private final EngineWords words;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<StoryLine>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<StoryLine>> tasks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper tasksRemark = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper json = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper jsonRemark = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<float[]> busy = new ReadOnlyObjectWrapper<>(new float[0]);
    private Optional<String> id = Optional.empty();
    private Optional<String> unreadable = Optional.empty();
    private boolean open;
    private int turn;
    private int workers;

    /** Asks the service. Answers come on the FX thread. */
    public interface Source {
        /** The engine as JSON without what may be secret. */
        void json(String engineId, Consumer<String> done, Consumer<Text> failed);

        /** The latest tasks, newest first. */
        void tasks(String engineId, Consumer<List<TaskSummary>> done, Consumer<Text> failed);
    }

    public EngineStory(FleetStore fleet, StatusTrail trail, FleetHistory history, Source source, EngineWords words, Ticker ticker) {
        this.fleet = fleet;
        this.trail = trail;
        this.history = history;
        this.source = source;
        this.words = words;
        this.messages = words.messages();
        trail.changesProperty().subscribe(n -> showSteps());
        ticker.nowProperty().subscribe(now -> {
            showBusy();
            showUnreadable();
        });
    }

    /** What the service sent of an engine that cannot be read needs no asking: there may be nobody to ask. */
    private void showUnreadable() {
        Optional<String> sent = open ? id.map(fleet.entries()::get).flatMap(entry -> entry.engine().unreadable()) : Optional.empty();
        if (sent.isPresent() && !sent.get().isEmpty() && !sent.equals(unreadable)) {
            json.set(sent.get());
            jsonRemark.set(messages.of("engine.story.json.unreadable"));
        } else if (sent.isEmpty() && unreadable.isPresent()) {
            dropJson();
        }
        unreadable = sent;
    }

    /** Somebody looks. */
    public void open() {
        open = true;
        showUnreadable();
    }

    /** Tells of another engine; what was read of the one before is dropped. */
    public void show(Optional<String> engineId) {
        if (!id.equals(engineId)) {
            id = engineId;
            workers = 0;
            forget();
            showSteps();
            showBusy();
            showUnreadable();
        }
    }

    /** Nobody looks any more: what was read is dropped. */
    public void drop() {
        open = false;
        forget();
    }

    private void forget() {
        turn++;
        unreadable = Optional.empty();
        tasks.set(List.of());
        tasksRemark.set("");
        dropJson();
    }

    /** Drops the record alone. */
    public void dropJson() {
        json.set("");
        jsonRemark.set("");
    }

    public void readJson() {
        id.filter(Engine::isAddress).ifPresent(engine -> {
            int mine = turn;
            json.set("");
            jsonRemark.set(messages.of("engine.story.reading"));
            source.json(engine, text -> {
                if (mine == turn) {
                    json.set(text);
                    jsonRemark.set("");
                }
            }, why -> {
                if (mine == turn) {
                    jsonRemark.set(messages.of(why));
                }
            });
        });
    }

    public void readTasks() {
        id.filter(Engine::isAddress).ifPresent(engine -> {
            int mine = turn;
            tasksRemark.set(messages.of("engine.story.reading"));
            source.tasks(engine, found -> {
                if (mine == turn) {
                    tasks.set(found.stream().map(this::line).toList());
                    tasksRemark.set(found.isEmpty() ? messages.of("engine.story.tasks.none") : "");
                }
            }, why -> {
                if (mine == turn) {
                    tasks.set(List.of());
                    tasksRemark.set(messages.of(why));
                }
            });
        });
    }

    /** Changes of the status that this console saw, newest first. */
    public ReadOnlyObjectProperty<List<StoryLine>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<StoryLine>> tasksProperty() {
        return tasks.getReadOnlyProperty();
    }

    /** Why no tasks are shown; empty when some are, or when nobody asked. */
    public ReadOnlyStringProperty tasksRemarkProperty() {
        return tasksRemark.getReadOnlyProperty();
    }

    /** The record as it was read; empty when it was not. */
    public ReadOnlyStringProperty jsonProperty() {
        return json.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty jsonRemarkProperty() {
        return jsonRemark.getReadOnlyProperty();
    }

    /** Busy workers of the last quarter of an hour, oldest first, {@code NaN} for a gap. */
    public ReadOnlyObjectProperty<float[]> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How many workers the engine has, or had when it was last seen. */
    public int workers() {
        return workers;
    }

    private void showSteps() {
        List<StoryLine> now = id.map(trail::of).orElse(List.of()).stream().map(step -> new StoryLine(messages.formats().time(step.at()),
                messages.of("engine.story.step", word(step.from()), word(step.to())),
                messages.of("engine.story.source." + step.source().name().toLowerCase(Locale.ROOT)))).toList();
        if (!now.equals(steps.get())) {
            steps.set(now);
        }
    }

    private String word(Optional<Wire<EngineStatus>> status) {
        return messages.of(status.map(Status::ofEngine).orElse(Status.GONE).word());
    }

    private void showBusy() {
        id.map(fleet.entries()::get).ifPresent(entry -> workers = entry.engine().workerList().size());
        id.ifPresent(engine -> busy.set(history.of(engine, FleetHistory.Figure.BUSY)));
    }

    private StoryLine line(TaskSummary task) {
        String when = task.createdAt().map(messages.formats()::shortDateTime).orElse(Formats.UNKNOWN);
        String app = task.appId().isEmpty() ? Formats.UNKNOWN : words.apps().of(task.appId());
        String status = task.status().value() == sh.inference.console.model.TaskStatus.UNKNOWN ? task.status().raw()
                : messages.of("task.status." + task.status().value().name().toLowerCase(Locale.ROOT));
        return new StoryLine(when, messages.of("engine.story.task", task.id().substring(0, Math.min(8, task.id().length())), app), status);
    }
}
