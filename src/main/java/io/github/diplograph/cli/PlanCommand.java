package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Difference;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Retracted;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Plan;
import io.github.diplograph.load.Planned;
import io.github.diplograph.report.Format;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what an apply would do, and writes nothing. */
@Command(
        name = "plan",
        header = "Show what apply would do.",
        description = {
            "Checks the corpus, compares it with the database, and says what would be added, changed and retracted,"
                    + " file by file, and which disputes would begin, turn and end. Writes nothing.",
            "The fingerprint that it prints stands for exactly this plan: `apply --if FINGERPRINT` applies what was"
                    + " reviewed, or refuses if the files or the graph have changed since."
        },
        footer = {
            "  diplograph plan src/corpus --local target/demo",
            "  diplograph plan src/corpus --detail",
            "  diplograph plan src/corpus --verify           what was changed in the graph by hand",
            "",
            "Exit code: 0 nothing to do, 3 something differs, 1 errors in the corpus or a failure of the database, 2"
                    + " usage."
        })
final class PlanCommand implements Callable<Integer> {

    private final Console given;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Common common = new Common();

    @Mixin
    private CorpusOptions options = new CorpusOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Option(names = "--detail", description = "Show every difference, property by property.")
    private boolean detail;

    PlanCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        if (common.format == Format.CSV) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a plan is no table, which csv could hold: choose table, markdown or json for `plan`");
        }
        database.check(console);
        Corpus corpus = options.read(console);
        if (!ApplyCommand.isValid(corpus, console, "planned")) {
            return Main.FAILED;
        }
        try (Connection connection = database.open(console)) {
            Graph graph = Graph.of(corpus);
            PlanView view = new PlanView(graph);
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            Consumer<Planned> show = nothing -> {};
            if (detail && common.format == Format.JSON) {
                show = planned -> all.add(object(planned));
            } else if (detail) {
                show = new Detail(view, console);
            }
            if (common.format != Format.JSON && !common.quiet) {
                heading(corpus, console);
            }
            Plan plan = Loader.of(connection.driver(), connection.database())
                    .plan(graph, changes.options(), view.andThen(show), console.progress());
            if (common.format == Format.JSON) {
                Json.print(console, object(corpus, plan, view, all));
            } else {
                print(corpus, plan, view, console);
            }
            return plan.isEmpty() ? Main.FINE : Main.DIFFERENT;
        }
    }

    private void heading(Corpus corpus, Console console) {
        String title =
                Visible.of(corpus.title()) + (corpus.title().equals(corpus.name()) ? "" : " (" + corpus.name() + ")");
        console.print(
                common.format == Format.MARKDOWN
                        ? "# " + title + "\n"
                        : console.ink().bold(title));
    }

    private void print(Corpus corpus, Plan plan, PlanView view, Console console) {
        if (detail && !plan.isEmpty()) {
            console.print("");
        }
        view.lines(plan, console.ink()).forEach(line -> print(line, console));
        long drifted = corpus.diagnostics().stream()
                .filter(diagnostic -> diagnostic.problem() == Problem.TEXT_DRIFT)
                .count();
        if (drifted > 0) {
            print(Findings.count(drifted, "texts") + " changed since the evidence was recorded", console);
        }
        if (plan.isEmpty()) {
            print("nothing to do: the database holds what the corpus says", console);
        } else {
            int differ = plan.documents() - plan.unchanged();
            List<String> sums = new ArrayList<>();
            sum(sums, plan.totals().created(), "added");
            sum(sums, plan.totals().changed(), "changed");
            sum(sums, plan.totals().retracted(), "retracted");
            print(
                    differ + " of " + Findings.count(plan.documents(), "documents") + " to write"
                            + (sums.isEmpty() ? "" : "; nodes and edges: " + String.join(", ", sums)),
                    console);
        }
        print("fingerprint " + plan.fingerprint(), console);
        if (!plan.isEmpty()) {
            console.say("`diplograph apply --if " + plan.fingerprint() + changes.typed()
                    + "`, with the same corpus and database, applies exactly this");
        }
    }

    private static void sum(List<String> sums, Map<String, Long> counts, String what) {
        long elements = counts.entrySet().stream()
                .filter(word -> !word.getKey().equals("Document"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (elements > 0) {
            sums.add(elements + " " + what);
        }
    }

    private void print(String line, Console console) {
        console.print(common.format == Format.MARKDOWN ? markdown(line) : line);
    }

    private static String markdown(String line) {
        return line.startsWith("  ") ? "  - " + line.strip() : "- " + line;
    }

    private Map<String, @Nullable Object> object(
            Corpus corpus, Plan plan, PlanView view, List<Map<String, @Nullable Object>> all) {
        Map<String, @Nullable Object> object = Findings.object(corpus);
        object.put("differs", !plan.isEmpty());
        object.put("fingerprint", plan.fingerprint());
        object.put("unchangedDocuments", plan.unchanged());
        object.put("changedDocuments", view.objects());
        object.put("missingDocuments", plan.missing());
        object.put("prunedDocuments", plan.pruned());
        object.put("renamedDocuments", plan.renamed());
        object.put("disputes", view.disputes());
        object.put("created", plan.totals().created());
        object.put("changed", plan.totals().changed());
        object.put("retracted", plan.totals().retracted());
        if (detail) {
            object.put("differences", all);
        }
        return object;
    }

    private static Map<String, @Nullable Object> object(Planned planned) {
        Difference difference = planned.difference();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("documents", planned.documents());
        object.put("is", difference.element().word());
        object.put("id", difference.element().id());
        if (difference.element().isEdge()) {
            object.put("from", difference.element().from());
            object.put("fromName", planned.from());
            object.put("to", difference.element().to());
            object.put("toName", planned.to());
        } else {
            object.put("name", planned.name());
        }
        if (difference instanceof Created created) {
            object.put("change", "created");
            object.put("after", plain(created.properties()));
            object.put("sourcesAdded", created.sources());
        } else if (difference instanceof Changed changed) {
            object.put("change", "changed");
            object.put("before", plain(changed.before()));
            object.put("after", plain(changed.after()));
            object.put("sourcesAdded", changed.added());
            object.put("sourcesRemoved", changed.removed());
        } else if (difference instanceof Retracted retracted) {
            object.put("change", "retracted");
            object.put("sourcesRemoved", retracted.removed());
        }
        return object;
    }

    private static Map<String, Object> plain(Map<String, Object> properties) {
        Map<String, Object> plain = new LinkedHashMap<>();
        properties.forEach(
                (name, value) -> plain.put(name, value instanceof TemporalAccessor ? value.toString() : value));
        return plain;
    }

    /** Prints each difference as it is found: nothing holds all of them. */
    private static final class Detail implements Consumer<Planned> {

        private final PlanView view;
        private final Console console;
        private @Nullable String document;

        private Detail(PlanView view, Console console) {
            this.view = view;
            this.console = console;
        }

        @Override
        public void accept(Planned planned) {
            Difference difference = planned.difference();
            if (difference.element().word().equals("Document")) {
                return;
            }
            String first =
                    planned.documents().isEmpty() ? "" : planned.documents().get(0);
            if (!first.equals(document)) {
                document = first;
                console.print("");
                console.print(console.ink().bold(view.file(first)));
            }
            String sign = difference instanceof Created ? "+" : difference instanceof Changed ? "~" : "-";
            console.print("  " + sign + " " + Wording.thing(planned));
            Wording.lines(difference).forEach(line -> console.print("      " + line));
        }
    }
}
