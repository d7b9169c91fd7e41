package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import io.github.diplograph.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A report with its parameters, as one option has them: {@code "actions counted=true since=2024-09-01"}. */
record Question(Report report, Map<String, String> parameters) {

    private static final String NAME = "[A-Za-z_]\\w*";
    private static final Pattern NAMED = Pattern.compile("(" + NAME + ")=(.*)", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("\\s+(?=" + NAME + "=)");

    /** Copies the parameters. */
    Question {
        parameters = Map.copyOf(parameters);
    }

    /** The report that a word names, with the parameters that follow it. */
    static Question of(String written, CommandSpec spec) {
        String[] words = NEXT.split(written.strip(), -1);
        Report report = ReportCommand.find(words[0], spec);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            put(parameters, words[i], spec);
        }
        return of(report, parameters, spec);
    }

    /** A report with parameters that it can take; what it cannot is refused before a server is started for it. */
    static Question of(Report report, Map<String, String> parameters, CommandSpec spec) {
        try {
            report.check(parameters);
        } catch (DiplographException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return new Question(report, parameters);
    }

    /** Whether a word is a parameter with its name. */
    static boolean isNamed(String word) {
        return NAMED.matcher(word).matches();
    }

    /** Adds a parameter that is written with its name. */
    static void put(Map<String, String> parameters, String written, CommandSpec spec) {
        Matcher named = NAMED.matcher(written);
        if (!named.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "\"--param\" takes NAME=VALUE, not \"" + Visible.of(written) + "\"");
        }
        if (parameters.put(named.group(1), named.group(2).strip()) != null) {
            throw new ParameterException(spec.commandLine(), "the parameter \"" + named.group(1) + "\" is given twice");
        }
    }

    /** The answer of a database; while it runs, the console says so. */
    Table ask(Connection connection, Console console) {
        console.progress().at("running report " + report.name(), 0, -1);
        return Reports.run(connection.driver(), connection.database(), report, parameters);
    }

    /** Whether a parameter is the name of an entity, whose id only a database knows. */
    boolean namesEntities() {
        return report.parameters().stream()
                .anyMatch(each -> each.type() == Report.Type.ENTITY && parameters.containsKey(each.name()));
    }

    /** The parameters as Neo4j's own tools take them, with the ids that a database has for names. */
    List<String> settings(Connection connection) {
        return Reports.settings(connection.driver(), connection.database(), report, parameters);
    }
}
