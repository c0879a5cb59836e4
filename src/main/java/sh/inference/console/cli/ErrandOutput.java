package sh.inference.console.cli;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.cli.Errand.Ending;
import sh.inference.console.compare.Comparison;
import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Problem;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;

/** What an errand says: lines for people as it goes, or one JSON document at its end. */
final class ErrandOutput {
    private final Messages words;
    private final Terminal terminal;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode document = mapper.createObjectNode();
    private boolean json;

    ErrandOutput(Messages words, Terminal terminal) {
        this.words = words;
        this.terminal = terminal;
    }

    void json(boolean wanted) {
        json = wanted;
    }

    /** Says what the answer is about; the sandbox's says so in a line of its own. */
    void about(ConnectionProfile profile) {
        document.put("profile", profile.name()).put("kind", profile.kind().name()).put("host", profile.host());
        if (profile.kind() == ProfileKind.SANDBOX) {
            say("# " + words.of("kind.sandbox"));
        }
    }

    /** Ends the answer. */
    void close(Ending ending) {
        if (json) {
            document.put("verdict", ending.name().toLowerCase(java.util.Locale.ROOT)).put("status", ending.status());
            terminal.line(document.toString());
        }
    }

    Ending fail(Ending ending, String why) {
        document.put("why", why);
        if (!json) {
            terminal.error(why);
        }
        return ending;
    }

    void problem(Problem problem) {
        fail(Ending.FAILED, words.of(problem.title()) + ". " + words.of(problem.what()) + (problem.detail().isEmpty() ? " " : " " + words.of(problem.inDetail()) + " ")
                + words.of(problem.next()));
    }

    void engines(List<Engine> engines) {
        engines.forEach(engine -> {
            add("engines").setAll(node(engine));
            say("%-20s %-26s %-13s %s".formatted(engine.name(), engine.id(), word(engine), engine.version()));
        });
    }

    void engine(Engine engine) {
        ObjectNode node = node(engine);
        add("engines").setAll(node);
        if (!json) {
            node.properties().forEach(member -> say("%-14s %s".formatted(member.getKey(), member.getValue().isTextual() ? member.getValue().asText() : member.getValue())));
        }
    }

    void apps(List<App> apps) {
        apps.forEach(app -> {
            add("apps").put("id", app.id()).put("namespace", app.namespace()).put("name", app.name()).put("status", app.status().raw()).put("version_id", app.versionId());
            say("%-40s %-26s %-12s %s".formatted(app.namespace() + "/" + app.name(), app.id(), app.status().raw(), app.versionId()));
        });
    }

    void versions(App app, List<AppVersion> versions) {
        versions.forEach(version -> {
            boolean current = version.matches(app.versionId());
            add("versions").put("id", version.id()).put("created_at", version.createdAt().map(Object::toString).orElse(null)).put("kernel", version.kernel()).put("current", current);
            say("%s %-26s %-24s %s".formatted(current ? "*" : " ", version.id(), version.createdAt().map(Object::toString).orElse(""), version.kernel()));
        });
    }

    void comparison(Comparison comparison) {
        document.put("same_build", comparison.sameBuild());
        if (comparison.sameBuild()) {
            say(words.of("current.changes.same"));
        }
        comparison.changes().forEach(change -> {
            add("changes").put("weight", change.weight().name().toLowerCase(java.util.Locale.ROOT)).put("what", words.of(change.what())).put("before", words.of(change.before()))
                    .put("after", words.of(change.after())).put("why", words.of(change.why()));
            say("%-9s %s: %s -> %s (%s)".formatted(change.weight().name().toLowerCase(java.util.Locale.ROOT), words.of(change.what()), words.of(change.before()),
                    words.of(change.after()), words.of(change.why())));
        });
    }

    /** The plan, as the dialog shows it. */
    void plan(OperationPlan plan) {
        ObjectNode node = add("plans").put("verb", plan.verb().key()).put("target", plan.target().id()).put("name", plan.target().name()).put("title", words.of(plan.title()))
                .put("consequence", words.of(plan.consequence())).put("level", plan.level().name()).put("request", plan.call().method() + " " + plan.call().path());
        plan.call().body().ifPresent(body -> node.put("body", body));
        say(words.of(plan.title()));
        say(words.of(plan.consequence()));
        for (PlanSection section : plan.sections()) {
            ObjectNode part = node.withArray("sections").addObject().put("heading", words.of(section.heading()));
            say(words.of(section.heading()));
            section.rows().forEach(row -> {
                ArrayNode cells = part.withArray("rows").addArray();
                row.cells().forEach(cell -> cells.add(words.of(cell)));
                say("  " + String.join(" | ", row.cells().stream().map(words::of).toList()));
            });
        }
        plan.preconditions().forEach(check -> {
            String verdict = check.verdict().name().toLowerCase(java.util.Locale.ROOT);
            node.withArray("checks").addObject().put("verdict", verdict).put("text", words.of(check.text()));
            say("  [%s] %s".formatted(verdict, words.of(check.text())));
        });
    }

    /** What came of it, step by step. */
    void record(OperationRecord record) {
        ObjectNode node = add("operations").put("id", record.id()).put("state", record.state().name().toLowerCase(java.util.Locale.ROOT));
        record.steps().forEach(step -> {
            String state = step.state().name().toLowerCase(java.util.Locale.ROOT);
            node.withArray("steps").addObject().put("at", step.at().toString()).put("state", state).put("text", words.of(step.text()))
                    .put("source", step.source().name().toLowerCase(java.util.Locale.ROOT));
            say("%s %-10s %s".formatted(words.formats().time(step.at()), state, words.of(step.text())));
        });
    }

    private ObjectNode node(Engine engine) {
        ObjectNode node = mapper.createObjectNode().put("id", engine.id()).put("name", engine.name()).put("status", word(engine)).put("version", engine.version())
                .put("kind", engine.kind().name().toLowerCase(java.util.Locale.ROOT)).put("workers", engine.workerList().size()).put("tasks", engine.workersWithTasks().size());
        engine.endsAt().ifPresent(at -> node.put("ends_at", at.toString()));
        Optional<String> price = engine.hourlyPrice().map(money -> money.dollars().toPlainString());
        price.ifPresent(dollars -> node.put("dollars_an_hour", dollars));
        return node;
    }

    private ObjectNode add(String list) {
        return document.withArray(list).addObject();
    }

    private void say(String line) {
        if (!json) {
            terminal.line(line);
        }
    }

    private static String word(Engine engine) {
        return engine.isReadable() ? engine.status().raw() : "unreadable";
    }
}
