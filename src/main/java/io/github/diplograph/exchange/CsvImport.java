package io.github.diplograph.exchange;

import io.github.diplograph.corpus.KnownNames;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Roll calls from CSV files (RFC 4180, UTF-8, packed by gzip or not): a row is a ballot, or says something of a vote.
 * Which column means what a {@link Mapping} says. Rows of all files belong together by the key of their vote.
 */
public final class CsvImport {

    private static final Set<String> OF_BALLOTS = Set.of("vote", "voter", "voter name", "choice");
    private static final int TOLD_EVERY = 1 << 12;

    /** A file with what its columns mean: for each value the columns that may have it. */
    private record Source(
            Path file, String name, List<String> names, Map<String, List<Integer>> columns, String divided) {

        boolean hasBallots() {
            return columns.containsKey("voter") && columns.containsKey("choice");
        }

        boolean saysMore() {
            return !OF_BALLOTS.containsAll(columns.keySet());
        }
    }

    private final Mapping mapping;
    private final RollCalls calls;
    private final Progress progress;
    private boolean keyed;

    private CsvImport(Mapping mapping, RollCalls calls, Progress progress) {
        this.mapping = mapping;
        this.calls = calls;
        this.progress = progress;
    }

    /**
     * Writes what CSV files say into a corpus, as documents of one data set: one for each value of the column
     * {@code document}, otherwise one for each year.
     *
     * @param files the files, in an order of which nothing depends but which of two rows that contradict each other is
     *     the earlier
     * @param mapping what their columns mean; its setting {@code id} names the data set
     * @param corpus the folder of the corpus; made, if there is none
     * @param unplaced told every row that finds no place, or not wholly
     * @param progress told how far it has come
     * @return what was written
     * @throws DiplographException if a file cannot be read or lacks a column, or if a document cannot be written
     */
    public static Imported run(
            List<Path> files, Mapping mapping, Path corpus, Consumer<Unplaced> unplaced, Progress progress) {
        KnownNames known = Documents.namesOf(corpus, mapping);
        NewEntities entities = new NewEntities(known, Documents.prefix(mapping));
        RollCalls calls = new RollCalls(mapping, known, entities, unplaced);
        CsvImport reading = new CsvImport(mapping, calls, progress);
        List<Source> sources = new ArrayList<>();
        files.forEach(file -> sources.add(reading.source(file)));
        if (sources.stream().noneMatch(Source::hasBallots)) {
            sources.forEach(reading::lacking);
            if (sources.stream().noneMatch(Source::saysMore)) {
                throw new DiplographException("no file has a column for `voter` and one for `choice`; say which they"
                        + " are, such as with --column voter=country");
            }
        }
        // what is said of votes comes first, so that a ballot's row can be judged when it is read
        sources.sort(Comparator.comparing(Source::hasBallots));
        sources.forEach(reading::read);
        String divided = sources.stream()
                .map(Source::divided)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return new Documents(corpus, mapping, known, entities, calls).write(List.of(), divided, progress);
    }

    private Source source(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            List<String> header = csv.next();
            if (header == null) {
                throw new DiplographException("\"" + file + "\" is empty; its first line must name the columns");
            }
            List<String> names = header.stream().map(String::strip).toList();
            Map<String, List<Integer>> columns = new TreeMap<>();
            String divided = "";
            Set<String> claimed = new HashSet<>();
            mapping.columns().values().forEach(claimed::addAll);
            for (String value : Mapping.COLUMNS) {
                boolean mapped = mapping.columns().containsKey(value);
                List<Integer> found = new ArrayList<>();
                for (String column : mapping.column(value)) {
                    int at = names.indexOf(column);
                    if (at >= 0 && (mapped || !claimed.contains(column))) {
                        found.add(at);
                    }
                }
                if (!found.isEmpty()) {
                    columns.put(value, List.copyOf(found));
                    divided = value.equals("document") ? names.get(found.get(0)) : divided;
                }
            }
            if (!columns.containsKey("vote")) {
                throw noColumn("\"" + file + "\" has", "vote", "which is to tell the votes apart", names);
            }
            Path last = file.getFileName();
            return new Source(file, last == null ? file.toString() : last.toString(), names, columns, divided);
        }
    }

    /** Of a ballot's two columns one without the other was forgotten, not left out. */
    private void lacking(Source source) {
        List<String> free = new ArrayList<>();
        for (int i = 0; i < source.names().size(); i++) {
            int column = i;
            if (source.columns().values().stream().noneMatch(taken -> taken.contains(column))) {
                free.add(source.names().get(i));
            }
        }
        String file = "\"" + source.file() + "\"";
        if (source.columns().containsKey("voter")) {
            throw noColumn(file + " names voters and has", "choice", "which is to say what each of them chose", free);
        }
        if (source.columns().containsKey("choice")) {
            throw noColumn(file + " has choices and", "voter", "which is to say whose they are", free);
        }
    }

    private DiplographException noColumn(String what, String value, String purpose, List<String> names) {
        String wanted = String.join(" or ", mapping.column(value));
        String others = names.isEmpty() ? "it has no others" : "it has: " + String.join(", ", names);
        return new DiplographException(what + " no column \"" + wanted + "\", " + purpose + "; "
                + Nearest.hint(wanted, names, others) + " (--column " + value + "=NAME names another)");
    }

    private void read(Source source) {
        List<String> said = source.columns().keySet().stream()
                .filter(value -> !OF_BALLOTS.contains(value))
                .toList();
        try (CsvReader csv = CsvReader.open(source.file())) {
            long bytes = Files.size(source.file());
            csv.next();
            long rows = 0;
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                if (++rows % TOLD_EVERY == 0) {
                    long all = (long) (rows * ((double) bytes / Math.max(1, csv.consumed())));
                    progress.at("reading rows of " + source.name(), rows, Math.max(rows, all));
                }
                calls.read();
                row(source, said, row, csv);
            }
            progress.at("reading rows of " + source.name(), rows, rows);
        } catch (IOException e) {
            throw CsvReader.failure(source.file(), e);
        }
        keyed |= !source.hasBallots();
    }

    private void row(Source source, List<String> said, List<String> row, CsvReader csv) {
        String file = source.name();
        long line = csv.line();
        if (row.size() != source.names().size() || csv.malformed()) {
            calls.unplaced(
                    file,
                    line,
                    "no row of the table",
                    csv.malformed()
                            ? "something stands behind a closing quotation mark"
                            : "it has " + row.size() + " fields, and the first line names "
                                    + source.names().size());
            return;
        }
        String key = RollCalls.plain(first(source, "vote", row));
        if (key.isEmpty()) {
            calls.unplaced(file, line, "no vote", "the row does not say to which vote it belongs");
            return;
        }
        RollCall vote = calls.get(key);
        if (vote == null && keyed && source.hasBallots() && said.isEmpty()) {
            calls.unplaced(file, line, "unknown vote", "no other file has a vote \"" + key + "\"");
            return;
        }
        if (vote == null) {
            vote = calls.vote(key, file, line);
        }
        for (String value : said) {
            calls.set(vote, value, first(source, value, row), file, line);
        }
        if (source.hasBallots()) {
            List<String> names = all(source, "voter", row);
            String called = first(source, "voter name", row);
            calls.ballot(
                    vote,
                    names,
                    called.isEmpty() && !names.isEmpty() ? names.get(0) : called,
                    first(source, "choice", row).strip(),
                    file,
                    line);
        }
    }

    private static String first(Source source, String value, List<String> row) {
        for (int column : source.columns().getOrDefault(value, List.of())) {
            if (!row.get(column).isEmpty()) {
                return row.get(column);
            }
        }
        return "";
    }

    private static List<String> all(Source source, String value, List<String> row) {
        List<Integer> columns = source.columns().getOrDefault(value, List.of());
        if (columns.size() == 1) {
            String only = RollCalls.plain(row.get(columns.get(0)));
            return only.isEmpty() ? List.of() : List.of(only);
        }
        Map<String, Boolean> found = new LinkedHashMap<>();
        columns.forEach(column -> {
            String one = RollCalls.plain(row.get(column));
            if (!one.isEmpty()) {
                found.put(one, true);
            }
        });
        return List.copyOf(found.keySet());
    }
}
