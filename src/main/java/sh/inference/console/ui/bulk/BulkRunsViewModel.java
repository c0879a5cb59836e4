package sh.inference.console.ui.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;
import sh.inference.console.ops.bulk.BulkItem;
import sh.inference.console.ops.bulk.BulkReport;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.BackgroundWork;

/** The verbs on several engines that were begun in this session, and their reports. Confined to the FX thread. */
public final class BulkRunsViewModel {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private final ObservableList<BulkRun> runs;
    private final ConnectionProfile profile;
    private final Destination destination;
    private final BackgroundWork work;
    private final Messages words;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /** The forms of a report. */
    public enum Form {
        CSV, JSON
    }

    public BulkRunsViewModel(ObservableList<BulkRun> runs, ConnectionProfile profile, Destination destination, BackgroundWork work, Messages words) {
        this.runs = runs;
        this.profile = profile;
        this.destination = destination;
        this.work = work;
        this.words = words;
    }

    /** Newest first. */
    public ObservableList<BulkRun> runs() {
        return runs;
    }

    /** What became of the last report; empty before. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public String title(BulkRun run) {
        return words.of(run.plan().title());
    }

    /** Its state in a word. */
    public String state(BulkRun run) {
        boolean all = run.items().stream().noneMatch(item -> item.state().isFailure() || item.state() == BulkItem.State.CANCELLED);
        return words.of(switch (run.stateProperty().get()) {
            case RUNNING -> "bulk.run.running";
            case PAUSED -> "bulk.run.paused";
            case ENDED -> all ? "bulk.run.ended" : "bulk.run.failed";
        });
    }

    /** How many are done, under way, waiting, failed, left out and given up, in words. */
    public String counts(BulkRun run) {
        return words.of("bulk.run.counts", run.count(BulkItem.State.DONE), run.plan().members().size(), run.count(BulkItem.State.UNDERWAY) + run.count(BulkItem.State.SENDING),
                run.count(BulkItem.State.WAITING), run.count(BulkItem.State.FAILED) + run.count(BulkItem.State.NOT_SENT), run.count(BulkItem.State.SKIPPED),
                run.count(BulkItem.State.CANCELLED));
    }

    /** The share of those taking part that have ended, from 0 to 1. */
    public double share(BulkRun run) {
        long ended = run.items().stream().limit(run.plan().members().size()).filter(item -> item.state().isEnded()).count();
        return run.plan().members().isEmpty() ? 1 : (double) ended / run.plan().members().size();
    }

    /** Why it paused by itself; empty when it did not. */
    public String why(BulkRun run) {
        return run.whyProperty().get().map(words::of).orElse("");
    }

    public List<String> items(BulkRun run) {
        return run.items().stream().map(item -> words.of("bulk.run.item", item.target().name(),
                words.of("bulk.state." + item.state().name().toLowerCase(Locale.ROOT).replace('_', '-')), words.of(item.note()))).toList();
    }

    /** Writes a report where the operator wants it. One that cannot be written is said and not lost: it can be asked for again. */
    public void save(BulkRun run, Form form) {
        String ending = form.name().toLowerCase(Locale.ROOT);
        String name = "%s-%s-%s.%s".formatted(profile.name().replaceAll("[^A-Za-z0-9._-]", "-"), run.plan().verb().key(), STAMP.format(run.startedAt()), ending);
        destination.choose(name).ifPresent(path -> {
            BulkReport report = new BulkReport(run, profile, words::of);
            String text = form == Form.CSV ? report.csv() : report.json();
            work.run(Text.of("work.writing", path.toString()), () -> Files.writeString(path, text), written -> message.set(words.of("bulk.report.saved", written.toString())),
                    failed -> message.set(words.of("bulk.report.failed", path.toString(), FileFault.why(failed))),
                    () -> message.set(words.of("work.broken-off", path.toString())));
        });
    }
}
