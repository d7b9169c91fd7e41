package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A YAML 1.2 file (yaml.org, revision 1.2.2): bytes to nodes with positions, and nodes to text. */
public final class YamlFile {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 64 * 1024 * 1024;

    private YamlFile() {}

    /**
     * Reads one file. Whatever it holds, this neither throws nor takes long.
     *
     * @param file the file's name for positions
     * @param content its bytes, UTF-8 with or without byte order mark
     * @param problems told every mistake, in the order of the file
     * @return the root; empty if there is none or the file cannot be read to its end. A root may come with mistakes,
     *     so that later checks see the rest of the file
     */
    public static Optional<YamlNode> read(String file, byte[] content, Consumer<Diagnostic> problems) {
        if (content.length > LARGEST) {
            String message =
                    String.format(Locale.ROOT, "the file has %,d bytes, expected at most %,d", content.length, LARGEST);
            problems.accept(Diagnostic.of(
                    Position.of(file), Problem.FILE_TOO_LARGE, message, "split it: a corpus may have many files"));
            return Optional.empty();
        }
        return Source.of(file, content, problems).flatMap(source -> new YamlReader(source, problems).read());
    }

    /**
     * Writes a node in block style, the same text for the same node. Quotes stand only where some parser of YAML 1.1
     * or 1.2 would read another value without them.
     *
     * @param node what to write
     * @return the text, with a line break at its end
     */
    public static String write(YamlNode node) {
        return new YamlWriter().write(node);
    }

    /**
     * The lines of a file as positions count them.
     *
     * @param content the file's bytes; what is not UTF-8 becomes U+FFFD
     * @return its lines without line breaks and without byte order mark
     */
    public static List<String> lines(byte[] content) {
        return Source.lines(content);
    }

    /**
     * One line of a file as positions count them. Whoever needs many asks for {@link #lines}.
     *
     * @param content the file's bytes; what is not UTF-8 becomes U+FFFD
     * @param line the line, from 1
     * @return the line without its line break; empty if the file has no such line
     */
    public static String line(byte[] content, int line) {
        List<String> lines = lines(content);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }
}
