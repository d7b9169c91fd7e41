package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Header;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The articles' texts, where they are at hand, and the record of what was found in them before. */
final class Texts {

    static final String RECORD = "evidence.json";
    private static final int LARGEST = 10 << 20;

    private final CorpusFolder folder;
    private final @Nullable Path directory;
    private final Consumer<Diagnostic> problems;
    private final EvidenceRecord before;
    private final EvidenceRecord.Builder found = EvidenceRecord.builder();
    private final Map<String, Optional<SourceText>> texts = new HashMap<>();
    private final Set<String> without = new TreeSet<>();

    Texts(CorpusFolder folder, @Nullable Path directory, Consumer<Diagnostic> problems) {
        this.folder = folder;
        this.directory = directory;
        this.problems = problems;
        byte[] record = folder.has(RECORD) ? folder.content(RECORD, problems) : null;
        this.before = record == null
                ? EvidenceRecord.empty()
                : EvidenceRecord.read(RECORD, record, problems).orElseGet(EvidenceRecord::empty);
    }

    /** Where the words of one document are to be looked for. */
    synchronized Evidence evidence(Optional<Header> header, Consumer<Diagnostic> missing, boolean record) {
        if (header.isEmpty()) {
            return Evidence.NONE;
        }
        SourceText text = text(header.get()).orElse(null);
        return new Evidence(header.get(), text, before, record ? found : null, missing);
    }

    EvidenceRecord record() {
        return found.build();
    }

    Set<String> without() {
        return without;
    }

    Optional<SourceText> text(Header header) {
        return texts.computeIfAbsent(header.id(), id -> load(header));
    }

    private Optional<SourceText> load(Header header) {
        byte[] content = null;
        if (directory != null) {
            content = read(header, header.id() + ".txt");
            if (content == null && header.text() != null) {
                content = read(header, header.text());
            }
        }
        if (content == null && header.text() != null && folder.has(header.text())) {
            content = folder.content(header.text(), problems);
        }
        if (content == null) {
            if (!header.dataset()) {
                without.add(header.id());
            }
            return Optional.empty();
        }
        return SourceText.read(header.id() + ".txt", content, problems);
    }

    private byte @Nullable [] read(Header header, String name) {
        try {
            Path inside = Objects.requireNonNull(directory).toAbsolutePath().normalize();
            Path path = inside.resolve(name).normalize();
            if (!path.startsWith(inside) || !Files.isRegularFile(path)) {
                return null;
            }
            byte[] content;
            try (InputStream stream = Files.newInputStream(path)) {
                content = stream.readNBytes(LARGEST + 1);
            }
            if (content.length > LARGEST) {
                problems.accept(Diagnostic.of(
                        header.position(),
                        Problem.FILE_TOO_LARGE,
                        "the text " + Mistakes.quoted(name) + " has " + Files.size(path) + " bytes; at most " + LARGEST
                                + " are read"));
                return null;
            }
            return content;
        } catch (InvalidPathException noPath) {
            return null;
        } catch (IOException failure) {
            problems.accept(Diagnostic.of(
                    Position.of(name),
                    Problem.UNREADABLE_FILE,
                    "the text " + Mistakes.quoted(name) + " cannot be read"));
            return null;
        }
    }
}
