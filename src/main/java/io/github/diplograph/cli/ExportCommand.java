package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.exchange.Neo4jAdmin;
import io.github.diplograph.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes the graph of a corpus in the format of another program. */
@Command(
        name = "export",
        header = "Write the graph of a corpus for another program.",
        description = {
            "Checks the corpus as `check` does; with an error in it, nothing is written. The format neo4j-admin is the"
                    + " files of Neo4j's offline importer, for a first load of any size into a server of your own, and"
                    + " a load.sh that imports them and creates constraints and indexes. For the local server `apply"
                    + " --offline` does all of it.",
            "With SOURCE_DATE_EPOCH in the environment claims are first seen then, and the same corpus yields the same"
                    + " files."
        },
        footer = {
            "  diplograph export src/corpus --format neo4j-admin --output graph",
            "  SOURCE_DATE_EPOCH=0 diplograph export roll-calls --format neo4j-admin --quiet"
        })
final class ExportCommand implements Callable<Integer> {

    private final Console given;

    /** The formats that can be written. */
    enum Kind {
        /** The files of Neo4j's offline importer. */
        NEO4J_ADMIN("neo4j-admin");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        @Override
        public String toString() {
            return written;
        }
    }

    /** Reads a format as it is written on the command line. */
    static final class Kinds implements ITypeConverter<Kind> {

        /** Called by picocli. */
        Kinds() {}

        @Override
        public Kind convert(String written) {
            for (Kind kind : Kind.values()) {
                if (kind.toString().equalsIgnoreCase(written)) {
                    return kind;
                }
            }
            String all = Arrays.stream(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "));
            throw new TypeConversionException("no format \"" + written + "\"; there is " + all);
        }
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            required = true,
            converter = Kinds.class,
            description = "The format: ${COMPLETION-CANDIDATES}.")
    Kind format = Kind.NEO4J_ADMIN;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "An empty folder, or a new one. Without it: ${DEFAULT-VALUE}.")
    private Path output = Path.of("neo4j-admin");

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but diagnostics and failures.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Mixin
    private CorpusOptions options = new CorpusOptions();

    ExportCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        if (quiet) {
            given.quiet();
        }
        checkOutput();
        Corpus corpus = options.read(given);
        if (!ApplyCommand.isValid(corpus, given, "exported")) {
            return Main.FAILED;
        }
        Graph graph = Graph.of(corpus);
        Neo4jAdmin.Written written = Neo4jAdmin.write(graph, output, seen(), given.progress());
        if (!quiet) {
            Holdings holdings = new Holdings(graph.schema(), corpus.vocabulary());
            given.print("exported  " + Holdings.text(holdings.of(written.elements())));
            given.print("to load   NEO4J_HOME=… NEO4J_PASSWORD=… sh "
                    + Visible.of(output.resolve("load.sh").toString()));
        }
        return Main.FINE;
    }

    /** See <a href="https://reproducible-builds.org/specs/source-date-epoch/">reproducible-builds.org</a>. */
    private ZonedDateTime seen() {
        Optional<String> epoch = given.environment("SOURCE_DATE_EPOCH").filter(text -> text.matches("\\d{1,11}"));
        Instant now = epoch.map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return now.atZone(ZoneOffset.UTC);
    }

    private void checkOutput() {
        if (!Files.exists(output)) {
            return;
        }
        try (Stream<Path> files = Files.list(output)) {
            if (files.findAny().isPresent()) {
                throw new DiplographException(
                        "the folder \"" + output + "\" is not empty: empty it, or name another one with --output");
            }
        } catch (IOException e) {
            throw new DiplographException("\"" + output + "\" is no folder: name another one with --output", e);
        }
    }
}
