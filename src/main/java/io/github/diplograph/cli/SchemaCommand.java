package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.extraction.EditorSchema;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.report.Format;
import io.github.diplograph.report.Table;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Tie;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.vocabulary.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an extraction can say, and what a database needs. */
@Command(
        name = "schema",
        header = "Show what an extraction can say.",
        description = {
            "Writes the JSON Schema of an extraction, with which editors complete verbs, kinds and keys and mark"
                    + " mistakes while you type; or one of the lists below. A corpus's own vocabulary is included:"
                    + " that of DIR, or of the current folder if it is a corpus."
        },
        footer = {
            "  diplograph schema > schema.json",
            "  diplograph schema --keys",
            "  diplograph schema --verbs",
            "  diplograph schema --constraints | cypher-shell"
        })
final class SchemaCommand implements Callable<Integer> {

    private final Console given;

    @Mixin
    private Common common = new Common();

    @Mixin
    private VocabularyOptions options = new VocabularyOptions();

    @ArgGroup(exclusive = true)
    private Choice choice = new Choice();

    /** What to show; nothing is the JSON Schema. */
    static final class Choice {

        @Option(names = "--keys", description = "List the keys of each section: what they take, and what they say.")
        boolean keys;

        @Option(names = "--verbs", description = "List the verbs: their edge, who can do it to whom, other spellings.")
        boolean verbs;

        @Option(names = "--kinds", description = "List the kinds of things and the labels of their nodes.")
        boolean kinds;

        @Option(names = "--constraints", description = "Write the Cypher of the constraints and indexes.")
        boolean constraints;

        @Option(names = "--problems", description = "List the problems that `check` reports, by code.")
        boolean problems;
    }

    SchemaCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        if (choice.problems) {
            write(problems(), console);
            return Main.FINE;
        }
        Vocabulary vocabulary = vocabulary(console);
        if (choice.keys) {
            write(keys(vocabulary), console);
        } else if (choice.verbs) {
            write(verbs(vocabulary), console);
        } else if (choice.kinds) {
            write(kinds(vocabulary), console);
        } else if (choice.constraints) {
            constraints(Schema.of(vocabulary), console);
        } else {
            json(vocabulary).lines().map(Visible::of).forEach(console::print);
        }
        return Main.FINE;
    }

    /** The JSON Schema of an extraction, as a file has it. */
    static String json(Vocabulary vocabulary) {
        return EditorSchema.of(vocabulary).toPrettyString() + "\n";
    }

    private Vocabulary vocabulary(Console console) {
        if (!options.isCorpus()) {
            return Vocabulary.read(
                    options.vocabularies(),
                    problem -> console.complain(Findings.text(problem, console.complaintInk())));
        }
        Corpus corpus =
                Corpus.read(options.folder(), new Corpus.Options(null, options.vocabularies(), console.progress()));
        if (!corpus.isValid()) {
            console.complain("the corpus has " + Findings.verdict(corpus, console.complaintInk())
                    + "; `diplograph check` shows them");
        }
        return corpus.vocabulary();
    }

    private void write(Table table, Console console) {
        if (common.format == Format.JSON) {
            Json.print(console, Map.of(table.columns().get(0) + "s", Json.rows(table)));
        } else {
            table.write(common.format, console.results(), console.width());
        }
    }

    private void constraints(Schema schema, Console console) {
        if (common.format == Format.JSON) {
            Json.print(
                    console,
                    Map.of(
                            "constraints",
                            schema.rules().stream().map(Schema.Rule::cypher).toList()));
        } else {
            schema.rules().forEach(rule -> console.print(rule.cypher() + ";"));
        }
    }

    private static Table keys(Vocabulary vocabulary) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<EntryKind> sections = new ArrayList<>(List.of(vocabulary.header()));
        sections.addAll(vocabulary.entryKinds());
        for (EntryKind entries : sections) {
            for (Key key : entries.keys()) {
                rows.add(row(
                        key.name(),
                        entries.section(),
                        takes(key, vocabulary),
                        key.required() ? "yes" : "no",
                        list(key.kinds()),
                        key.edge().orElse(null),
                        key.meaning()));
            }
        }
        return table(List.of("key", "section", "takes", "required", "kinds", "edge", "meaning"), rows);
    }

    /** What the value of a key is, such as {@code state, organisation} or {@code date}. */
    private static String takes(Key key, Vocabulary vocabulary) {
        String one = key.words()
                .map(words -> list(named(words, vocabulary)))
                .orElseGet(() -> key.admits().isEmpty()
                        ? key.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        : list(key.admits()));
        return key.many() ? one + "; or a list" : one;
    }

    private static List<String> named(String words, Vocabulary vocabulary) {
        return words.equals("ties")
                ? vocabulary.ties().stream().map(Tie::name).toList()
                : vocabulary.words(words).stream().map(Word::name).toList();
    }

    private static Table verbs(Vocabulary vocabulary) {
        return table(
                List.of("verb", "edge", "actors", "targets", "polarity", "plover", "spellings"),
                vocabulary.verbs().stream()
                        .map(verb -> row(
                                verb.name(),
                                verb.edge(),
                                list(verb.actors()),
                                list(verb.targets()),
                                verb.polarity().toString(),
                                verb.plover().map(Verb.Plover::toString).orElse(null),
                                list(verb.spellings())))
                        .toList());
    }

    private static Table kinds(Vocabulary vocabulary) {
        return table(
                List.of("kind", "label", "family", "meaning"),
                vocabulary.kinds().stream().map(SchemaCommand::row).toList());
    }

    private static List<@Nullable Object> row(Kind kind) {
        return row(kind.key(), kind.label(), kind.family().name().toLowerCase(Locale.ROOT), kind.meaning());
    }

    private static Table problems() {
        return table(
                List.of("problem", "severity", "rule"),
                Arrays.stream(Problem.values())
                        .map(problem -> row(
                                problem.code(),
                                problem.severity().toString(),
                                problem.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                        .toList());
    }

    private static String list(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }

    private static Table table(List<String> columns, List<List<@Nullable Object>> rows) {
        return new Table(columns, rows, List.of());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
