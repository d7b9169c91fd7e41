package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Diagnostic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads a corpus and shows every mistake in it. */
@Command(
        name = "check",
        header = "Show every mistake in a corpus.",
        description = {
            "Reads all files of a corpus, needs no database, and shows every mistake in one run, sorted by place: what"
                    + " was written, what was expected, and the nearest right choice.",
            "With --texts, quotations and passages are looked for in the articles, word for word."
        },
        footer = {
            "  diplograph check src/corpus",
            "  diplograph check src/corpus --texts articles",
            "  diplograph check --format json | jq '.diagnostics[].message'",
            "",
            "Exit code: 0 no errors (there may be warnings), 1 errors, 2 a command line that cannot be understood."
        })
final class CheckCommand implements Callable<Integer> {

    private final Console given;

    @Mixin
    private Common common = new Common();

    @Mixin
    private CorpusOptions options = new CorpusOptions();

    CheckCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        Corpus corpus = options.read(console);
        switch (common.format) {
            case TABLE -> {
                for (Diagnostic diagnostic : corpus.diagnostics()) {
                    console.print(Findings.text(diagnostic, console.ink()));
                }
                if (!common.quiet) {
                    console.print(summary(corpus, console.ink()));
                }
            }
            case JSON -> Json.print(console, Findings.object(corpus));
            case CSV, MARKDOWN -> Findings.table(corpus).write(common.format, console.results());
        }
        return corpus.isValid() ? Main.FINE : Main.FAILED;
    }

    private static String summary(Corpus corpus, Console.Ink ink) {
        if (corpus.summary().documents() == 0) {
            return Findings.verdict(corpus, ink);
        }
        return (corpus.name().isEmpty() ? "" : corpus.name() + ": ")
                + Findings.size(corpus.summary())
                + "; evidence: "
                + Findings.evidence(corpus.summary(), ink)
                + "; "
                + Findings.verdict(corpus, ink);
    }
}
