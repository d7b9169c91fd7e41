package io.github.diplograph.cli;

import io.github.diplograph.cli.Console.Ink;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Summary;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the reading of a corpus found, in words, in a table and as an object. */
final class Findings {

    private static final String CARET = "^";

    /** More would push what was asked for out of sight. */
    private static final int WARNINGS = 10;

    private Findings() {}

    /** A diagnostic as people read it. */
    static String text(Diagnostic diagnostic, Ink ink) {
        String severity = diagnostic.problem().severity().toString();
        String text = diagnostic.toString();
        int at = text.indexOf(": " + severity + " ");
        String place = text.substring(0, at);
        String rest = text.substring(at + 2 + severity.length());
        String coloured = diagnostic.isError() ? ink.red(severity) : ink.yellow(severity);
        return ink.bold(place)
                + ": "
                + coloured
                + rest.lines()
                        .map(line -> line.strip().equals(CARET) ? line.replace(CARET, ink.red(CARET)) : line)
                        .collect(Collectors.joining("\n"));
    }

    /** Complains of a corpus where something else was asked for: of all errors, and of the first warnings. */
    static void complain(Corpus corpus, Console console) {
        int warnings = 0;
        for (Diagnostic diagnostic : corpus.diagnostics()) {
            if (diagnostic.isError() || ++warnings <= WARNINGS) {
                console.complain(text(diagnostic, console.complaintInk()));
            }
        }
        if (warnings > WARNINGS) {
            console.complain(
                    "and " + count(warnings - WARNINGS, "more warnings") + "; `diplograph check` shows them all");
        }
    }

    /** All diagnostics, a row each. */
    static Table table(Corpus corpus) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Diagnostic diagnostic : corpus.diagnostics()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(diagnostic.position().toString());
            row.add(diagnostic.problem().severity().toString());
            row.add(diagnostic.problem().code());
            row.add(diagnostic.message());
            row.add(diagnostic.hint());
            rows.add(row);
        }
        return new Table(List.of("place", "severity", "code", "message", "hint"), rows, List.of());
    }

    /** One line that says how many mistakes there are. */
    static String verdict(Corpus corpus, Ink ink) {
        long errors = corpus.diagnostics().stream().filter(Diagnostic::isError).count();
        long warnings = corpus.diagnostics().size() - errors;
        String first = errors > 0 ? ink.red(count(errors, "errors")) : "no errors";
        return warnings > 0 ? first + ", " + ink.yellow(count(warnings, "warnings")) : first;
    }

    /** What was read, in one phrase: {@code 3 documents, 85 claims}. */
    static String size(Summary summary) {
        return count(summary.documents(), "documents") + ", " + count(summary.claims(), "claims");
    }

    /** The claims by section, in one phrase. */
    static String sections(Summary summary) {
        return summary.entries().entrySet().stream()
                .filter(section -> section.getValue() > 0)
                .map(section -> count(section.getValue(), section.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** The evidence by outcome, in one phrase; green only what was found in a text just now. */
    static String evidence(Summary summary, Ink ink) {
        List<String> outcomes = new ArrayList<>();
        for (Map.Entry<Check, Integer> outcome : summary.evidence().entrySet()) {
            String words = outcome.getValue() + " " + outcome.getKey();
            outcomes.add(
                    switch (outcome.getKey()) {
                        case EXACT, NORMALISED -> ink.green(words);
                        case RECORDED -> words;
                        case UNCHECKED -> ink.yellow(words);
                        case MISSING -> ink.red(words);
                    });
        }
        if (summary.silent() > 0) {
            outcomes.add(ink.yellow(summary.silent() + " without words"));
        }
        return outcomes.isEmpty() ? "none" : String.join(", ", outcomes);
    }

    /** What was read, as an object. */
    static Map<String, @Nullable Object> object(Corpus corpus) {
        Summary summary = corpus.summary();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("corpus", corpus.name());
        object.put("title", corpus.title());
        object.put("valid", corpus.isValid());
        object.put("documents", summary.documents());
        object.put("entities", summary.entities());
        object.put("claims", summary.claims());
        object.put("entries", summary.entries());
        Map<String, Integer> evidence = new LinkedHashMap<>();
        summary.evidence().forEach((check, claims) -> evidence.put(check.toString(), claims));
        object.put("evidence", evidence);
        object.put("withoutWords", summary.silent());
        object.put("articlesWithoutText", corpus.withoutText());
        object.put("diagnostics", corpus.diagnostics().stream().map(Json::of).toList());
        return object;
    }

    /** A number of things, in the singular where it is one. */
    static String count(long number, String things) {
        String one = things.endsWith("ies") && !things.equals("ties")
                ? things.substring(0, things.length() - 3) + "y"
                : things.replaceFirst("s$", "");
        return number + " " + (number == 1 ? one : things);
    }
}
