package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Visible;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which corpus a command reads, and with what. */
final class CorpusOptions extends VocabularyOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-t", "--texts"},
            paramLabel = "DIR",
            description = "The folder of the articles' texts, ARTICLE.txt each, in which quotations are looked for.")
    private @Nullable Path texts;

    /** Reads and checks the corpus. */
    Corpus read(Console console) {
        if (texts != null && !Files.isDirectory(texts)) {
            throw new ParameterException(spec.commandLine(), "no folder \"" + texts + "\", which --texts names");
        }
        Corpus corpus = Corpus.read(folder(), new Corpus.Options(texts, vocabularies(), console.progress()));
        if (texts != null) {
            corpus.withoutText()
                    .forEach(article -> console.say("no text in " + Visible.of(texts.toString()) + " for article "
                            + article + ": what it is cited with was not looked for"));
        }
        return corpus;
    }
}
