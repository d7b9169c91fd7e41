package io.github.diplograph.cli;

import io.github.diplograph.cli.Console.Ink;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Options;
import io.github.diplograph.load.Plan;
import io.github.diplograph.report.Format;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks a corpus and brings a database to what it says. */
@Command(
        name = "apply",
        header = "Bring a database to what a corpus says.",
        description = {
            "Checks the corpus as `check` does; with an error in it, nothing is applied. Then writes what is missing or"
                    + " differs, document by document, and retracts what edited documents no longer say. Applying"
                    + " twice writes nothing the second time. Files that are gone are reported, and retracted with"
                    + " --prune.",
            "Without an address the local server is used: started, and stopped when the work is done."
        },
        footer = {
            "  diplograph apply src/corpus --local target/demo --report ballots --report actions",
            "  diplograph apply src/corpus --texts articles",
            "  diplograph apply src/corpus --if FINGERPRINT",
            "  diplograph apply roll-calls --offline --local roll-calls.neo4j",
            "  NEO4J_PASSWORD=… diplograph apply --uri neo4j+s://host --username neo4j",
            "",
            "Exit code: 0 applied, 1 errors in the corpus or a failure of the database, 2 usage."
        })
final class ApplyCommand implements Callable<Integer> {

    private static final int NAMED = 5;

    /** From how many claims on the local server is prepared for minutes of work. */
    private static final int MANY = 5_000;

    private final Console given;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Common common = new Common();

    @Mixin
    private CorpusOptions options = new CorpusOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = {"-r", "--report"},
            paramLabel = "REPORT",
            description = "A report to print when all is applied, as `report` does, with its parameters in one word"
                    + " for the shell: 'actions counted=true'; several are admitted.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--offline",
            description = "Fill the empty local server by Neo4j's own offline importer: for first loads of millions.")
    private boolean offline;

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Option(
            names = "--if",
            paramLabel = "FINGERPRINT",
            description = "Apply only what the plan with this fingerprint has shown; refuse if the files or the graph"
                    + " have changed since.")
    private @Nullable String reviewed;

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "Who applies, for the history. Without it: DIPLOGRAPH_USER, or the user of this machine.")
    private @Nullable String who;

    ApplyCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        if (common.format == Format.CSV) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`apply` prints more than one table, which csv cannot hold: choose table, markdown or json, or"
                            + " print each with `diplograph report NAME --format csv`");
        }
        if (reviewed != null && !Plan.isFingerprint(reviewed)) {
            throw new ParameterException(
                    spec.commandLine(),
                    '"' + Visible.of(reviewed) + "\" is no fingerprint of a plan; `diplograph plan` prints one");
        }
        database.check(console);
        FirstLoad firstLoad = new FirstLoad(database.store, console);
        if (offline) {
            database.checkLocal(console);
            if (reviewed != null) {
                throw new ParameterException(
                        spec.commandLine(), "a first load fills an empty database, of which --if has nothing to say");
            }
            firstLoad.check();
        }
        List<Question> asked =
                reports.stream().map(written -> Question.of(written, spec)).toList();
        Corpus corpus = options.read(console);
        if (!isValid(corpus, console, "applied")) {
            return Main.FAILED;
        }
        FirstLoad.@Nullable Loaded loaded = offline ? firstLoad.load(corpus, options(console)) : null;
        try (Connection connection = loaded == null ? open(corpus, console) : loaded.connection()) {
            Outcome outcome = loaded == null
                    ? apply(corpus, connection, options(console), console)
                    : Outcome.of(corpus, loaded.applied(), loaded.graph(), connection);
            if (common.format == Format.JSON) {
                List<Table> tables = asked.stream()
                        .map(question -> question.ask(connection, console))
                        .toList();
                Json.print(console, outcome.object(asked, tables));
                return Main.FINE;
            }
            if (!common.quiet) {
                print(outcome, console);
            }
            for (Question question : asked) {
                console.print("");
                ReportCommand.print(question.report(), question.ask(connection, console), common.format, console);
            }
        }
        return Main.FINE;
    }

    private Connection open(Corpus corpus, Console console) {
        return database.open(console, corpus.summary().claims() >= MANY);
    }

    private void print(Outcome outcome, Console console) {
        List<String> lines = outcome.lines(console.ink());
        if (common.format == Format.MARKDOWN) {
            console.print("# " + lines.get(0) + "\n");
            lines.stream().skip(1).forEach(line -> console.print("- " + line.strip()));
        } else {
            lines.forEach(console::print);
        }
    }

    /** Shows what is wrong with a corpus; false if it cannot be applied. */
    static boolean isValid(Corpus corpus, Console console, String done) {
        Findings.complain(corpus, console);
        if (!corpus.isValid()) {
            console.complain("nothing was " + done + ": " + Findings.verdict(corpus, console.complaintInk()));
        }
        return corpus.isValid();
    }

    /** Applies a valid corpus; Ctrl-C ends the work between two documents. */
    static Outcome apply(Corpus corpus, Connection connection, Options options, Console console) {
        try (Interruption interruption = Interruption.watch()) {
            Graph graph = Graph.of(corpus);
            Applied applied = Loader.of(connection.driver(), connection.database())
                    .apply(graph, options, interruption.between(console.progress()));
            missing(applied.missing(), console);
            for (String node : applied.strangers()) {
                console.complain("the node " + Visible.of(node)
                        + " is no longer of this corpus; it was stripped and kept, because"
                        + " somebody else's relationship leads to it");
            }
            return Outcome.of(corpus, applied, graph, connection);
        }
    }

    private static void missing(List<String> documents, Console console) {
        if (documents.size() == 1) {
            console.complain("the database has the document " + Visible.of(documents.get(0))
                    + ", which is no longer on disk; it was left alone: `apply --prune` retracts what it says");
        } else if (!documents.isEmpty()) {
            String named = documents.stream().limit(NAMED).map(Visible::of).collect(Collectors.joining(", "));
            console.complain("the database has " + documents.size() + " documents that are no longer on disk (" + named
                    + (documents.size() > NAMED ? ", …" : "")
                    + "); they were left alone: `apply --prune` retracts what they say");
        }
    }

    /** Who applies where nobody says so: whom the environment names, or the user of this machine. */
    static String user(Console console) {
        return console.environment("DIPLOGRAPH_USER").orElse(Options.NONE.who());
    }

    /** What was asked for, by whoever applies. */
    private Options options(Console console) {
        return changes.options().by(who == null ? user(console) : who).reviewed(reviewed == null ? "" : reviewed);
    }

    /** What an apply found and did. */
    record Outcome(Corpus corpus, Applied applied, Holdings holdings, Map<String, Long> held) {

        static Outcome of(Corpus corpus, Applied applied, Graph graph, Connection connection) {
            Holdings holdings = new Holdings(graph.schema(), corpus.vocabulary());
            return new Outcome(corpus, applied, holdings, holdings.in(connection));
        }

        /** In words. */
        List<String> lines(Ink ink) {
            List<String> lines = new ArrayList<>();
            lines.add(ink.bold(Visible.of(corpus.title()))
                    + (corpus.title().equals(corpus.name()) ? "" : " (" + corpus.name() + ")"));
            lines.add("  read      " + Findings.size(corpus.summary()) + ": " + Findings.sections(corpus.summary()));
            lines.add("  evidence  " + Findings.evidence(corpus.summary(), ink));
            lines.add("  database  " + Holdings.text(held));
            if (applied.totals().isEmpty() && applied.wroteNothing()) {
                lines.add("  applied   nothing differed, and nothing was written");
            } else {
                changed(lines, "created", applied.totals().created());
                changed(lines, "changed", applied.totals().changed());
                changed(lines, "retracted", applied.totals().retracted());
                if (!applied.pruned().isEmpty()) {
                    lines.add("  pruned    " + Findings.count(applied.pruned().size(), "documents"));
                }
            }
            return lines;
        }

        private void changed(List<String> lines, String what, Map<String, Long> words) {
            if (!words.isEmpty()) {
                lines.add("  " + (what + "          ").substring(0, 10) + Holdings.text(holdings.of(words)));
            }
        }

        /** As an object. */
        Map<String, @Nullable Object> object(List<Question> asked, List<Table> tables) {
            Map<String, @Nullable Object> object = Findings.object(corpus);
            object.put("database", held);
            object.put("created", holdings.of(applied.totals().created()));
            object.put("changed", holdings.of(applied.totals().changed()));
            object.put("retracted", holdings.of(applied.totals().retracted()));
            object.put("unchangedDocuments", applied.unchanged());
            object.put("missingDocuments", applied.missing());
            object.put("prunedDocuments", applied.pruned());
            object.put("run", applied.run());
            object.put("keptForOthers", applied.strangers());
            object.put("counters", applied.counters());
            List<Map<String, @Nullable Object>> answers = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                Report report = asked.get(i).report();
                Map<String, @Nullable Object> answer = new LinkedHashMap<>();
                answer.put("report", report.name());
                answer.put("title", report.title());
                answer.put("question", report.question());
                answer.put("columns", tables.get(i).columns());
                answer.put("rows", Json.rows(tables.get(i)));
                answer.put("warnings", tables.get(i).warnings());
                answers.add(answer);
            }
            object.put("reports", answers);
            return object;
        }
    }
}
