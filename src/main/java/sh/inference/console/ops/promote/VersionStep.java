package sh.inference.console.ops.promote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import sh.inference.console.model.AppFunction;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Requirement;
import sh.inference.console.model.Resources;
import sh.inference.console.model.Text;
import sh.inference.console.ops.PlanSection.Mark;
import sh.inference.console.ops.PlanSection.Row;

/** What callers and workers notice of the step from one version to another, as far as its own description shows. Pure. */
final class VersionStep {
    private static final long GB = 1L << 30;
    private final AppVersion from;
    private final AppVersion to;
    private final List<Row> rows = new ArrayList<>();

    private VersionStep(AppVersion from, AppVersion to) {
        this.from = from;
        this.to = to;
    }

    /** Breaking changes marked bad, risky ones marked as a warning; none for the same build. */
    static List<Row> changes(AppVersion from, AppVersion to) {
        if (from.checksum().isPresent() && from.checksum().equals(to.checksum())) {
            return List.of();
        }
        VersionStep step = new VersionStep(from, to);
        step.functions();
        step.required(from.secrets(), to.secrets(), "step.secret");
        step.required(from.integrations(), to.integrations(), "step.integration");
        step.resources();
        step.kernel();
        return step.rows;
    }

    static boolean isSameBuild(AppVersion from, AppVersion to) {
        return from.checksum().isPresent() && from.checksum().equals(to.checksum());
    }

    private void functions() {
        Set<String> kept = to.functions().stream().map(AppFunction::name).collect(Collectors.toSet());
        from.functions().stream().map(AppFunction::name).filter(name -> !kept.contains(name)).forEach(name -> add(Mark.BAD, "step.function", name));
        if (!from.defaultFunction().equals(to.defaultFunction())) {
            add(Mark.BAD, "step.default-function", from.defaultFunction(), to.defaultFunction());
        }
    }

    private void required(List<Requirement> before, List<Requirement> after, String key) {
        Set<String> had = before.stream().filter(one -> !one.optional()).map(Requirement::key).collect(Collectors.toSet());
        after.stream().filter(one -> !one.optional() && !had.contains(one.key())).forEach(one -> add(Mark.BAD, key, one.key()));
    }

    private void resources() {
        Optional<Resources> before = from.resources();
        Optional<Resources> after = to.resources();
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        grows("step.gpus", before.get().gpus(), after.get().gpus());
        grows("step.vram", before.get().vram() / GB, after.get().vram() / GB);
        grows("step.ram", before.get().ram() / GB, after.get().ram() / GB);
    }

    private void kernel() {
        if (!Objects.equals(from.kernel(), to.kernel())) {
            add(Mark.WARN, "step.kernel", from.kernel(), to.kernel());
        }
    }

    private void grows(String key, long before, long after) {
        if (after > before) {
            add(Mark.WARN, key, before, after);
        }
    }

    private void add(Mark mark, String key, Object... args) {
        rows.add(new Row(mark, List.of(Text.of(key, args))));
    }
}
