package io.github.diplograph.cli;

import io.github.diplograph.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** A report with its parameters, as one option has them: {@code "actions counted=true since=2024-09-01"}. */
record Question(Report report, Map<String, String> parameters) {

    static Question of(String written, CommandSpec spec) {
        String[] words = written.strip().split("\\s+(?=[A-Za-z]+=)", -1);
        Report report = ReportCommand.find(words[0], spec);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            parameters.put(
                    words[i].substring(0, equals),
                    words[i].substring(equals + 1).strip());
        }
        ReportCommand.validate(report, parameters, spec);
        return new Question(report, parameters);
    }
}
