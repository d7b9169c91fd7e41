package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.yaml.YamlFile;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A corpus as it lies on disk: its {@code corpus.yaml} and the names of its documents, none of them outside it. */
final class CorpusFolder {

    static final String MANIFEST = "corpus.yaml";
    private static final Set<String> KEYS = Set.of("name", "title", "vocabulary");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LARGEST = 64 << 20;

    /** Ids are keys of an index, which takes no more than about 8,000 bytes; an edge's may hold two of a claim's. */
    private static final int LONGEST = 500;

    private final Path root;
    private String name = "";
    private String title = "";
    private final Map<String, byte[]> vocabularies = new LinkedHashMap<>();
    private final TreeSet<String> documents = new TreeSet<>();

    private CorpusFolder(Path root) {
        this.root = root;
    }

    /** Reads the manifest and lists the documents; empty if there is no corpus here. */
    static Optional<CorpusFolder> open(Path directory, Consumer<Diagnostic> problems) {
        CorpusFolder folder = new CorpusFolder(directory.toAbsolutePath().normalize());
        if (!Files.isRegularFile(directory.resolve(MANIFEST))) {
            String what = Files.isDirectory(directory)
                    ? "the folder \"" + directory + "\" has no corpus.yaml"
                    : Files.exists(directory)
                            ? "\"" + directory + "\" is a file, not a folder"
                            : "there is no folder \"" + directory + "\"";
            problems.accept(Diagnostic.of(
                    Position.of(MANIFEST),
                    Problem.NOT_A_CORPUS,
                    what,
                    "name the folder of a corpus, or make one with `diplograph init`"));
            return Optional.empty();
        }
        folder.readManifest(problems);
        folder.list(problems);
        return Optional.of(folder);
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    Map<String, byte[]> vocabularies() {
        return vocabularies;
    }

    /** The documents' paths in the corpus, sorted. */
    List<String> documents() {
        return List.copyOf(documents);
    }

    /** Whether there is such a file. */
    boolean has(String file) {
        return resolve(file).filter(Files::isRegularFile).isPresent();
    }

    /** A file's content; null, and a diagnostic, if it cannot be read. */
    byte @Nullable [] content(String file, Consumer<Diagnostic> problems) {
        return content(file, Position.of(file), problems);
    }

    private byte @Nullable [] content(String file, Position from, Consumer<Diagnostic> problems) {
        Path path = resolve(file).orElse(null);
        try {
            if (path == null || Files.exists(path) && !path.toRealPath().startsWith(root.toRealPath())) {
                problems.accept(Diagnostic.of(
                        from,
                        Problem.UNREADABLE_FILE,
                        Mistakes.quoted(file) + " leads outside the corpus",
                        "keep the file itself in the folder of the corpus"));
                return null;
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                problems.accept(Diagnostic.of(
                        from,
                        Problem.UNREADABLE_FILE,
                        Mistakes.quoted(file) + " is no file",
                        "give another name to what is no text"));
                return null;
            }
            byte[] content = read(path);
            if (content.length > LARGEST) {
                problems.accept(Diagnostic.of(
                        from,
                        Problem.FILE_TOO_LARGE,
                        Mistakes.quoted(file) + " has " + Files.size(path) + " bytes; at most " + LARGEST + " are read",
                        "split it into several files"));
                return null;
            }
            return content;
        } catch (IOException | SecurityException failure) {
            boolean there = path != null && Files.exists(path);
            problems.accept(Diagnostic.of(
                    from,
                    Problem.UNREADABLE_FILE,
                    there
                            ? Mistakes.quoted(file) + " cannot be read"
                            : "the corpus has no file " + Mistakes.quoted(file),
                    there ? "check its permissions" : "paths begin at the folder of the corpus"));
            return null;
        }
    }

    /** The path of a file of the corpus; empty if it is none, or leads out of it. */
    private Optional<Path> resolve(String file) {
        try {
            return Optional.of(root.resolve(file).normalize()).filter(path -> path.startsWith(root));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static byte[] read(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(LARGEST + 1);
        }
    }

    /** A file's lines as diagnostics show them; none if it cannot be read. */
    List<String> lines(String file) {
        byte[] content = content(file, problem -> {});
        return content == null ? List.of() : YamlFile.lines(content);
    }

    private void readManifest(Consumer<Diagnostic> problems) {
        byte[] content = content(MANIFEST, problems);
        if (content == null) {
            return;
        }
        Optional<YamlNode> read = YamlFile.read(MANIFEST, content, problems);
        if (read.isEmpty()) {
            return;
        }
        if (!(read.get() instanceof YamlMap map)) {
            problems.accept(Diagnostic.of(
                    read.get().position(), Problem.WRONG_SHAPE, "corpus.yaml holds keys: name, title, vocabulary"));
            return;
        }
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!KEYS.contains(key)) {
                problems.accept(Diagnostic.of(
                        entry.key().position(),
                        Problem.UNKNOWN_KEY,
                        "corpus.yaml has no key `" + Mistakes.cut(key) + "`",
                        Nearest.hint(key, KEYS, "it has name, title, vocabulary")));
            } else if (key.equals("vocabulary")) {
                readVocabularies(entry.value(), problems);
            } else if (entry.value() instanceof YamlScalar text && !text.text().isEmpty()) {
                if (key.equals("title")) {
                    title = text.text();
                } else {
                    readName(text, problems);
                }
            } else {
                problems.accept(
                        Diagnostic.of(entry.value().position(), Problem.WRONG_SHAPE, "`" + key + "` takes one text"));
            }
        }
        if (map.get("name").isEmpty()) {
            problems.accept(Diagnostic.of(
                    map.position(),
                    Problem.MISSING_KEY,
                    "corpus.yaml has no `name`",
                    "give the corpus a short name such as `name: example`; it begins the ids in the graph"));
        }
    }

    private void readName(YamlScalar text, Consumer<Diagnostic> problems) {
        if (NAME.matcher(text.text()).matches()) {
            name = text.text();
        } else {
            problems.accept(
                    Diagnostic.of(
                            text.position(),
                            Problem.INVALID_ID,
                            Mistakes.quoted(text.text()) + " cannot name a corpus",
                            "use letters, digits, hyphens, dots and underscores, at most 100, beginning with a letter or digit"));
        }
    }

    private void readVocabularies(YamlNode value, Consumer<Diagnostic> problems) {
        List<YamlNode> items = value instanceof YamlList list ? list.items() : List.of(value);
        for (YamlNode item : items) {
            if (item instanceof YamlScalar path && !path.text().isEmpty()) {
                byte[] content = content(path.text(), path.position(), problems);
                if (content != null) {
                    vocabularies.put(path.text(), content);
                }
            } else {
                problems.accept(Diagnostic.of(
                        item.position(), Problem.WRONG_SHAPE, "`vocabulary` takes the path of a file, or a list"));
            }
        }
    }

    private void list(Consumer<Diagnostic> problems) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(root) && hidden(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    String file = root.relativize(path).toString().replace('\\', '/');
                    boolean yaml = file.endsWith(".yaml") || file.endsWith(".yml");
                    if (attributes.isSymbolicLink() && !hidden(path) && Files.isDirectory(path)) {
                        problems.accept(Diagnostic.of(
                                Position.of(file),
                                Problem.UNREADABLE_FILE,
                                Mistakes.quoted(file) + " is a link to a folder, and links to folders are not followed",
                                "keep the folder itself in that of the corpus"));
                    } else if (yaml && !hidden(path) && !file.equals(MANIFEST) && !isVocabulary(file)) {
                        add(file, problems);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException failure) {
                    String file = root.relativize(path).toString().replace('\\', '/');
                    problems.accept(Diagnostic.of(
                            Position.of(file),
                            Problem.UNREADABLE_FILE,
                            Mistakes.quoted(file) + " cannot be read",
                            "check its permissions"));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            problems.accept(Diagnostic.of(
                    Position.of(MANIFEST),
                    Problem.UNREADABLE_FILE,
                    "the folder of the corpus cannot be listed",
                    "check its permissions"));
        }
    }

    private void add(String file, Consumer<Diagnostic> problems) {
        boolean shown = Visible.of(file).equals(file);
        if (!shown || file.chars().anyMatch(c -> c == '#' || c == '|' || c == ':')) {
            problems.accept(Diagnostic.of(
                    Position.of(file),
                    Problem.INVALID_ID,
                    "the file name " + Mistakes.quoted(file) + " cannot be part of an id",
                    "rename it without #, |, : and control characters"));
        } else if (file.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            problems.accept(Diagnostic.of(
                    Position.of(file),
                    Problem.INVALID_ID,
                    "the file name " + Mistakes.quoted(file) + " is too long for an id",
                    "a path in the corpus has at most " + LONGEST + " bytes"));
        } else {
            documents.add(file);
        }
    }

    /** Whether corpus.yaml names it as a vocabulary, however it spells the path. */
    private boolean isVocabulary(String file) {
        return vocabularies.keySet().stream().anyMatch(named -> resolve(named).equals(resolve(file)));
    }

    private static boolean hidden(Path path) {
        Path last = path.getFileName();
        return last != null && last.toString().startsWith(".");
    }

    /** A document's id within the corpus: its path without the ending. */
    static String documentId(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }
}
