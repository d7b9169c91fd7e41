package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.report.Format;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import io.github.diplograph.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a database a question. */
@Command(
        name = "report",
        header = "Ask a database a question.",
        description = {
            "Without a name, lists the reports. A report's parameters are given by name, or in their order. Where one"
                    + " is an entity, write any of its names; an article or a vote is written by its id."
        },
        footer = {
            "  diplograph report",
            "  diplograph report offices date=2024-03-25 --local target/demo",
            "  diplograph report statements Netanyahu --format markdown",
            "  diplograph report mine.cypher --uri bolt://localhost:7687",
            "  diplograph report ballots --cypher      what to paste into Neo4j Browser"
        })
final class ReportCommand implements Callable<Integer> {

    private final Console given;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Common common = new Common();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "REPORT",
            description = "The name of a report, or a file of your own that ends with .cypher.")
    private @Nullable String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "VALUE",
            description = "Parameters: NAME=VALUE, or values in the report's order.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = {"-P", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter by name; several are admitted.")
    private List<String> named = new ArrayList<>();

    @Option(names = "--cypher", description = "Print the statement and its parameters instead of running it.")
    private boolean cypher;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    ReportCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        if (name == null) {
            list(console);
            return Main.FINE;
        }
        Report report = find(name, spec);
        Question question = Question.of(report, parameters(report), spec);
        if (cypher && !question.namesEntities()) {
            paste(report.settings(question.parameters()), report, console);
            return Main.FINE;
        }
        database.check(console);
        if (database.isNothingThere(console)) {
            throw new DiplographException("there is no database in " + database.store.store()
                    + ": `diplograph apply` makes one; --local names another folder, --uri a server");
        }
        try (Connection connection = database.open(console)) {
            if (cypher) {
                paste(question.settings(connection), report, console);
            } else {
                print(report, question.ask(connection, console), common.format, console);
            }
        }
        return Main.FINE;
    }

    private static void paste(List<String> settings, Report report, Console console) {
        Stream.concat(settings.stream(), report.cypher().lines())
                .map(Visible::of)
                .forEach(console::print);
    }

    /** The bundled report of that name, or the user's own file. */
    static Report find(String name, CommandSpec spec) {
        if (name.endsWith(".cypher")) {
            return Reports.read(Path.of(name));
        }
        try {
            return Reports.bundled().get(name);
        } catch (DiplographException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Prints an answer: for people with its title and question, for programs alone. */
    static void print(Report report, Table table, Format format, Console console) {
        if (format == Format.TABLE) {
            console.print(console.ink().bold(Visible.of(report.title())));
            if (!report.question().isEmpty()) {
                console.print(Visible.of(report.question()));
            }
            console.print("");
        } else if (format == Format.MARKDOWN) {
            console.print("## " + Visible.of(report.title()) + "\n");
            if (!report.question().isEmpty()) {
                console.print(Visible.of(report.question()) + "\n");
            }
        }
        table.write(format, console.results(), console.width());
        table.warnings().stream().map(Visible::of).forEach(console::complain);
    }

    private Map<String, String> parameters(Report report) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(
                report.parameters().stream().map(Report.Parameter::name).toList());
        for (String value : named) {
            Question.put(parameters, value, spec);
        }
        for (String value : values) {
            if (Question.isNamed(value)) {
                Question.put(parameters, value, spec);
            }
        }
        order.removeAll(parameters.keySet());
        for (String value : values) {
            if (!Question.isNamed(value)) {
                if (order.isEmpty()) {
                    throw usage(
                            "report \"" + report.name() + "\" takes no further value: \"" + Visible.of(value) + "\"");
                }
                parameters.put(order.remove(0), value);
            }
        }
        return parameters;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void list(Console console) {
        Reports reports = Reports.bundled();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String each : reports.names()) {
            Report report = reports.get(each);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(report.name());
            row.add(report.question());
            row.add(report.parameters().stream().map(Report.Parameter::name).collect(Collectors.joining(", ")));
            rows.add(row);
        }
        new Table(List.of("report", "question", "parameters"), rows, List.of())
                .write(common.format, console.results(), console.width());
    }
}
