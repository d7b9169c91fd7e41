package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.exchange.CsvImport;
import io.github.diplograph.exchange.Imported;
import io.github.diplograph.exchange.Mapping;
import io.github.diplograph.exchange.PopoloImport;
import io.github.diplograph.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Turns roll calls of others into documents of a corpus. */
@Command(
        name = "import",
        header = "Turn roll calls into documents of a corpus.",
        description = {
            "Reads roll calls and writes them into a corpus, as documents of one data set. CSV files, packed by gzip or"
                    + " not, are joined by the key of the vote; a mapping says what their columns mean. Files that are"
                    + " JSON are read as Popolo.",
            "Whatever finds no place is shown, and kept whole beside the corpus. Importing again writes the same files."
        },
        footer = {
            "  diplograph import unga-*.csv.gz unga-*.csv --mapping unga --output assembly",
            "  diplograph import votes.csv --output parliament --dataset parliament --body Parliament \\",
            "      --column vote=division --column voter=member --choice for=aye --choice against=no \\",
            "      --new-voters person",
            "  diplograph check assembly",
            "",
            "Exit code: 0 written, 1 a file cannot be read or written, 2 usage."
        })
final class ImportCommand implements Callable<Integer> {

    private final Console given;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Common common = new Common();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; .gz is read as it is.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder of the corpus; made, if there is none. Without it: the current one.")
    private Path output = Path.of("");

    @Option(
            names = {"-m", "--mapping"},
            paramLabel = "FILE",
            description = "What the columns mean: a file, or one that Diplograph brings along: unga.")
    private @Nullable String mapping;

    @Option(names = "--dataset", paramLabel = "ID", description = "The id of the data set.")
    private @Nullable String dataset;

    @Option(names = "--title", paramLabel = "TEXT", description = "The title of the data set.")
    private @Nullable String title;

    @Option(names = "--body", paramLabel = "NAME", description = "The body that voted, where no column names it.")
    private @Nullable String body;

    @Option(
            names = "--prefix",
            paramLabel = "WORD",
            description = "What the ids of votes and resolutions begin with. Without it: the data set's id.")
    private @Nullable String prefix;

    @Option(
            names = "--column",
            paramLabel = "VALUE=NAME[,NAME]",
            description = "The column that has a value: vote (the key of the vote), voter, choice, date, document,"
                    + " resolution, name, …. Without it, a column of the value's own name.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--choice",
            paramLabel = "CHOICE=WORD[,WORD]",
            description = "What the files write for a choice: for, against, abstained, 'not voting'; or skip.")
    private Map<String, String> choices = new LinkedHashMap<>();

    @Option(
            names = "--new-voters",
            paramLabel = "KIND",
            description = "Define voters that nobody has defined, as of this kind: person or state.")
    private @Nullable String newVoters;

    @Option(names = "--date-format", paramLabel = "PATTERN", description = "How dates are written, such as dd.MM.yyyy.")
    private @Nullable String dateFormat;

    @Option(
            names = "--unplaced",
            paramLabel = "FILE",
            description = "Where whatever finds no place is listed. Without it: unplaced.txt in the folder.")
    private @Nullable Path unplaced;

    ImportCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        Mapping meant = mapping(console);
        Path list = unplaced == null ? output.resolve("unplaced.txt") : unplaced;
        checkKeepsInputs(list);
        Imported imported;
        try (UnplacedList told = new UnplacedList(list, console)) {
            imported = isPopolo()
                    ? PopoloImport.run(files, meant, output, told, console.progress())
                    : CsvImport.run(files, meant, output, told, console.progress());
            told.complete();
        }
        print(imported, list, console);
        return Main.FINE;
    }

    private void checkKeepsInputs(Path list) {
        Stream<Path> inputs =
                Stream.concat(files.stream(), Stream.ofNullable(mapping).map(Path::of));
        if (inputs.anyMatch(input -> isSame(input, list))) {
            throw usage("\"" + list + "\" is to be read, and what finds no place would replace it; name another file"
                    + " with --unplaced");
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new DiplographException("cannot read \"" + one + "\"; is it a file, and may you read it?", e);
        }
    }

    private boolean isPopolo() {
        List<Path> json = files.stream().filter(PopoloImport::reads).toList();
        if (!json.isEmpty() && json.size() < files.size()) {
            throw usage("\"" + json.get(0) + "\" is JSON and others are not; import each form by itself");
        }
        return !json.isEmpty();
    }

    private Mapping mapping(Console console) {
        check("--column", columns.keySet(), Mapping.COLUMNS);
        check("--choice", choices.keySet(), Mapping.CHOICES);
        Map<String, String> settings = new TreeMap<>();
        put(settings, "id", dataset);
        put(settings, "title", title);
        put(settings, "body", body);
        put(settings, "prefix", prefix);
        put(settings, "new voters", newVoters);
        put(settings, "date format", dateFormat);
        Mapping read = mapping == null ? Mapping.PLAIN : read(mapping, console);
        Mapping meant = read.with(settings, lists(columns), lists(choices));
        if (!meant.settings().containsKey("id")) {
            throw usage("the data set has no id; name it with --dataset, or in the mapping under `dataset`");
        }
        return meant;
    }

    private Mapping read(String name, Console console) {
        Path file = Path.of(name);
        byte[] content = Mapping.bundled(name)
                .filter(bundled -> !Files.isRegularFile(file))
                .orElse(null);
        if (content == null) {
            try {
                content = Files.readAllBytes(file);
            } catch (IOException e) {
                throw new DiplographException(
                        "cannot read the mapping \"" + file + "\"; is it a file, and may you read it? Diplograph brings"
                                + " along: " + String.join(", ", Mapping.BUNDLED),
                        e);
            }
        }
        List<Diagnostic> problems = new ArrayList<>();
        Mapping read = Mapping.read(name, content, problems::add);
        problems.forEach(problem -> console.complain(Findings.text(problem, console.complaintInk())));
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new DiplographException("nothing was imported: the mapping \"" + name + "\" has mistakes");
        }
        return read;
    }

    private void print(Imported imported, Path list, Console console) {
        if (common.format == Format.JSON) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put(
                    "documents",
                    imported.files().stream()
                            .map(file -> file.toString().replace('\\', '/'))
                            .toList());
            object.put(
                    "removed",
                    imported.removed().stream()
                            .map(file -> file.toString().replace('\\', '/'))
                            .toList());
            object.put("votes", imported.votes());
            object.put("ballots", new TreeMap<>(imported.ballots()));
            object.put("resolutions", imported.resolutions());
            object.put("entities", imported.defined());
            object.put("read", imported.read());
            object.put("skipped", imported.skipped());
            object.put("readAs", new TreeMap<>(imported.readAs()));
            object.put("unplaced", new TreeMap<>(imported.unplaced()));
            Json.print(console, object);
            return;
        }
        if (common.quiet) {
            return;
        }
        long ballots =
                imported.ballots().values().stream().mapToLong(Long::longValue).sum();
        console.print("read      " + Findings.count(imported.read(), "rows")
                + (imported.skipped() > 0 ? ", " + imported.skipped() + " left out as the mapping says" : ""));
        console.print("written   " + Findings.count(imported.files().size(), "documents") + " under " + shown(output)
                + ": " + Findings.count(imported.votes(), "votes") + ", " + Findings.count(ballots, "ballots")
                + words(imported.ballots()) + ", " + Findings.count(imported.resolutions(), "resolutions")
                + (imported.defined() > 0 ? ", " + Findings.count(imported.defined(), "other entities") : ""));
        new TreeMap<>(imported.readAs())
                .forEach((who, count) ->
                        console.print("taken     " + Visible.of(who) + ": " + Findings.count(count, "ballots")));
        imported.removed().forEach(file -> console.print("removed   " + shown(output.resolve(file))));
        long lost =
                imported.unplaced().values().stream().mapToLong(Long::longValue).sum();
        if (lost > 0) {
            console.print("unplaced  " + lost + words(imported.unplaced()) + ": " + shown(list));
        }
    }

    private static String words(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String shown(Path path) {
        return path.toString().isEmpty() ? "." : Visible.of(path.toString());
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private static Map<String, List<String>> lists(Map<String, String> given) {
        Map<String, List<String>> lists = new TreeMap<>();
        given.forEach((name, words) -> lists.put(
                name, Arrays.stream(words.split(",", -1)).map(String::strip).toList()));
        return lists;
    }

    private void check(String option, Collection<String> given, Collection<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw usage(option + " has no \"" + name + "\"; "
                        + Nearest.hint(name, known, "there are " + String.join(", ", known)));
            }
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
