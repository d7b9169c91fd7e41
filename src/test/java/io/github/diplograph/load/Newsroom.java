package io.github.diplograph.load;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.load.Wording.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A corpus that curators work on. Edits are what they do all day: they add, change, correct, delete and move entries,
 * rename, add and delete files, change names, aliases and dates, find that two are one, extend the vocabulary. An edit that
 * makes the corpus invalid is taken back, as it could not be applied.
 */
final class Newsroom {

    private static final List<String> NAMES = List.of("a", "b", "c", "d/e", "f-g");

    /** One edit: what is done, where, to which of several, and what else has to be chosen. */
    record Edit(int what, int where, int which, int how) {}

    /** A file: its header as written, empty under {@code entities/}, and its entries in order. */
    private record Page(String header, List<Entry> entries) {}

    private final String name;
    private Map<String, Page> pages = new TreeMap<>();
    private String vocabulary = "";
    private int undone;

    /** A corpus that defines these to begin with. */
    Newsroom(String name, List<String> defined) {
        this.name = name;
        pages.put("entities/people", new Page("", Wording.definitions(defined)));
    }

    /** How many of the edits were taken back since this was asked last. */
    int undone() {
        int since = undone;
        undone = 0;
        return since;
    }

    /** Brings back, when it is run, all files as they are now. */
    Runnable kept() {
        Map<String, Page> before = new TreeMap<>(pages);
        String words = vocabulary;
        return () -> {
            pages = before;
            vocabulary = words;
        };
    }

    /** Does what the edits say, as far as a valid corpus comes of it. */
    Corpus edit(List<Edit> several, Path folder) {
        Corpus valid = read(folder);
        if (!valid.isValid()) {
            throw new AssertionError("invalid before it was edited: " + valid.diagnostics());
        }
        for (Edit edit : several) {
            Runnable back = kept();
            apply(edit);
            Corpus edited = read(folder);
            if (edited.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                back.run();
                undone++;
            } else {
                valid = edited;
            }
        }
        return valid;
    }

    /** Everything is deleted. */
    void close() {
        pages = new TreeMap<>();
    }

    /** Writes all files and reads them; each time into a folder of its own, for a corpus is read when it is drawn. */
    Corpus read(Path folder) {
        try {
            Path own = Files.createTempDirectory(folder, name);
            StringBuilder corpus = new StringBuilder("name: " + name + "\n");
            TestCorpus files = TestCorpus.in(own);
            if (!vocabulary.isEmpty()) {
                files.with("words.yaml", vocabulary);
                corpus.append("vocabulary: [words.yaml]\n");
            }
            files.with("corpus.yaml", corpus.toString());
            pages.forEach((path, page) -> files.with(path + ".yaml", text(page)));
            return files.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files, for the report of a failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        pages.forEach((path, page) -> text.append("# ")
                .append(name)
                .append('/')
                .append(path)
                .append(".yaml\n")
                .append(text(page)));
        return text.append(vocabulary).toString();
    }

    private static String text(Page page) {
        StringBuilder text = new StringBuilder(page.header().isEmpty() ? "" : page.header() + "\n");
        for (String section :
                new TreeSet<>(page.entries().stream().map(Entry::section).toList())) {
            text.append(section).append(":\n");
            page.entries().stream()
                    .filter(entry -> entry.section().equals(section))
                    .forEach(entry -> text.append(section.equals("entities") ? "  " : "  - ")
                            .append(entry.text())
                            .append('\n'));
        }
        return text.isEmpty() ? "entities: {}\n" : text.toString();
    }

    private void apply(Edit edit) {
        Random random = new Random(edit.how());
        List<String> paths = new ArrayList<>(pages.keySet());
        String path = paths.isEmpty() ? "" : paths.get(edit.where() % paths.size());
        Page page = pages.getOrDefault(path, new Page(Wording.header(random), List.of()));
        List<Entry> entries = new ArrayList<>(page.entries());
        int at = entries.isEmpty() ? 0 : edit.which() % entries.size();
        switch (edit.what() % 19) {
            case 0, 1, 2, 3 -> {
                entries.add(Wording.entry(random));
                pages.put(path.isEmpty() ? free(random) : path, new Page(page.header(), entries));
            }
            case 4 -> {
                if (!entries.isEmpty()) {
                    entries.remove(at);
                    pages.put(path, new Page(page.header(), entries));
                }
            }
            case 5, 6 -> {
                if (!entries.isEmpty()) {
                    entries.set(at, Wording.similar(entries.get(at), random));
                    pages.put(path, new Page(page.header(), entries));
                }
            }
            case 7 -> {
                String other = paths.isEmpty() ? "" : paths.get(random.nextInt(paths.size()));
                if (!entries.isEmpty() && !other.equals(path)) {
                    List<Entry> there = new ArrayList<>(pages.get(other).entries());
                    there.add(entries.remove(at));
                    pages.put(path, new Page(page.header(), entries));
                    pages.put(other, new Page(pages.get(other).header(), there));
                }
            }
            case 8, 9 ->
                pages.put(
                        free(random),
                        new Page(Wording.header(random), List.of(Wording.entry(random), Wording.entry(random))));
            case 10 -> {
                if (pages.size() > 2) {
                    pages.remove(path);
                }
            }
            case 11 -> {
                String other = path.startsWith("entities/") ? "entities/" + random.nextInt(3) : free(random);
                if (!pages.containsKey(other) && pages.remove(path) != null) {
                    pages.put(other, page);
                }
            }
            case 12 -> pages.put(path, new Page(page.header().isEmpty() ? "" : Wording.header(random), entries));
            case 13 -> {
                String other = paths.isEmpty() ? "" : paths.get(random.nextInt(paths.size()));
                if (!other.isEmpty() && other.startsWith("entities/") == path.startsWith("entities/")) {
                    pages.put(path, pages.get(other));
                    pages.put(other, page);
                }
            }
            case 14 -> vocabulary = Wording.vocabulary(random);
            case 15, 16, 17 -> {
                if (!entries.isEmpty()) {
                    entries.set(at, Wording.corrected(entries.get(at), random));
                    pages.put(path, new Page(page.header(), entries));
                }
            }
            default -> {
                entries.add(Wording.definition(Wording.any(Wording.DEFINED, random), random));
                pages.put(path.isEmpty() ? "entities/people" : path, new Page(page.header(), entries));
            }
        }
    }

    private String free(Random random) {
        return NAMES.stream()
                .map(file -> "extractions/" + file)
                .filter(file -> !pages.containsKey(file))
                .findFirst()
                .orElse("extractions/" + random.nextInt(9));
    }
}
