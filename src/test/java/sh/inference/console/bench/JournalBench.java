package sh.inference.console.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.testing.JournalLines;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.journal.JournalViewModel;
import sh.inference.console.ui.journal.NoDeeds;

/**
 * The journal over 100,000 operations of two lines each: how long a line takes to the disk, how long the first reading takes,
 * and how long it is from a key stroke to the rows that fit.
 */
final class JournalBench implements Bench.Part {
    private static final int OPERATIONS = 100_000;
    private static final int APPENDS = 400;
    private static final List<String> QUERIES = List.of("gpu-lon-77", "rack move drain", "ada failed", "promote 4", "zzz");

    @Override
    public Map<String, Number> measure() throws IOException {
        Path folder = Files.createTempDirectory("journal-bench");
        Journal journal = new Journal(folder.resolve("journal"), "ada");
        JournalLines.fill(journal, OPERATIONS);
        List<Double> appends = new ArrayList<>();
        for (int i = 0; i < APPENDS; i++) {
            JournalEntry entry = JournalLines.drain("late-" + i, JournalLines.AT, "gpu-late", "rack move");
            long start = System.nanoTime();
            journal.append(entry);
            appends.add((System.nanoTime() - start) / 1e6);
        }
        Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        JournalViewModel model = new JournalViewModel(journal, new TaskRunner(Runnable::run, Runnable::run), words, new Ticker(Clock.systemUTC()), UnaryOperator::identity, new NoDeeds(),
                folder.resolve("pseudonyms.key"));
        long start = System.nanoTime();
        model.activeProperty().set(true);
        double read = (System.nanoTime() - start) / 1e6;
        if (model.rows().size() < OPERATIONS) {
            throw new IOException("only " + model.rows().size() + " were read");
        }
        List<Double> searches = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            searches.clear();
            for (String query : QUERIES) {
                for (int end = 1; end <= query.length(); end++) {
                    long typed = System.nanoTime();
                    model.filter().textProperty().set(query.substring(0, end));
                    searches.add((System.nanoTime() - typed) / 1e6);
                }
            }
        }
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("journal_append_p95_ms", p95(appends));
        metrics.put("journal_read_100k_ms", read);
        metrics.put("journal_search_ms", p95(searches));
        return metrics;
    }

    private static double p95(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) (sorted.length * 0.95)];
    }
}
