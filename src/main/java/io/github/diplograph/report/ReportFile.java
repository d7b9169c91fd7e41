package io.github.diplograph.report;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Cypher file whose first lines say what it asks. */
final class ReportFile {

    static final int LARGEST = 1 << 20;

    private static final List<String> DIRECTIVES = List.of("title", "question", "param", "column");
    private static final List<String> TYPES = Arrays.stream(Report.Type.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Pattern DIRECTIVE = Pattern.compile("(//\\s*)(\\p{L}+)(\\s*:\\s*)(.*)");
    private static final Pattern MEANING = Pattern.compile("(.*?)\\s+(?:—|–|--)\\s+(.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern WORDS = Pattern.compile("(\\S+)(?:\\s+(\\S+)(?:\\s+(.*))?)?");

    private final String file;
    private final List<String> mistakes = new ArrayList<>();
    private final List<Report.Parameter> parameters = new ArrayList<>();
    private final List<Report.Column> columns = new ArrayList<>();
    private String title = "";
    private String question = "";

    private ReportFile(String file) {
        this.file = file;
    }

    static Report read(String file, String name, byte[] content) {
        return new ReportFile(file).report(name, content);
    }

    private Report report(String name, byte[] content) {
        String text = text(content);
        List<String> lines = text.lines().toList();
        int line = 0;
        while (line < lines.size() && isHeader(lines.get(line))) {
            line++;
            Matcher directive = DIRECTIVE.matcher(lines.get(line - 1).stripTrailing());
            if (directive.matches()) {
                directive(line, directive);
            }
        }
        if (line == lines.size()) {
            mistakes.add(file + ": no Cypher statement; expected one after the lines that begin with //");
        }
        if (!mistakes.isEmpty()) {
            throw new DiplographException(String.join("\n", mistakes));
        }
        return new Report(name, title.isEmpty() ? name : title, question, parameters, columns, text);
    }

    private String text(byte[] content) {
        if (content.length > LARGEST) {
            throw new DiplographException(Visible.of(file) + ": larger than a report may be, 1 MiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DiplographException(Visible.of(file) + ": not UTF-8; save the file as UTF-8", e);
        }
    }

    private static boolean isHeader(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.startsWith("//");
    }

    private void directive(int line, Matcher directive) {
        String word = directive.group(2);
        String value = directive.group(4);
        int column = directive.start(4) + 1;
        switch (word) {
            case "title" -> title = value;
            case "question" -> question = value;
            case "param" -> parameter(line, column, value);
            case "column" -> column(line, column, value);
            default ->
                Nearest.to(word, DIRECTIVES)
                        .ifPresent(near -> mistake(
                                line,
                                directive.start(2) + 1,
                                "no header line \"" + word + "\"; did you mean \"" + near + "\"?"));
        }
    }

    private void column(int line, int column, String value) {
        Matcher parts = MEANING.matcher(value);
        if (!parts.matches() || !NAME.matcher(parts.group(1)).matches()) {
            mistake(line, column, "expected \"// column: name — meaning\", not \"" + value + "\"");
        } else if (columns.stream().anyMatch(known -> known.name().equals(parts.group(1)))) {
            mistake(line, column, "column \"" + parts.group(1) + "\" stands twice");
        } else {
            columns.add(new Report.Column(parts.group(1), parts.group(2)));
        }
    }

    private void parameter(int line, int column, String value) {
        Matcher parts = MEANING.matcher(value);
        Matcher words = WORDS.matcher(parts.matches() ? parts.group(1) : "");
        if (!words.matches()
                || words.group(2) == null
                || !NAME.matcher(words.group(1)).matches()) {
            mistake(line, column, "expected \"// param: name type default — meaning\", not \"" + value + "\"");
            return;
        }
        String name = words.group(1);
        String[] type = words.group(2).split(":", 2);
        if (!TYPES.contains(type[0])) {
            mistake(
                    line,
                    column + words.start(2),
                    "parameter \"" + name + "\" has no type \"" + type[0] + "\"; "
                            + Nearest.hint(type[0], TYPES, "expected one of " + String.join(", ", TYPES)));
            return;
        }
        if (parameters.stream().anyMatch(known -> known.name().equals(name))) {
            mistake(line, column, "parameter \"" + name + "\" stands twice");
            return;
        }
        List<String> kinds = type.length == 2 ? List.of(type[1].split(",")) : List.of();
        String written = words.group(3);
        String fallback = written == null || written.equals("null") ? null : unquoted(written);
        Report.Parameter parameter = new Report.Parameter(
                name,
                Report.Type.valueOf(type[0].toUpperCase(Locale.ROOT)),
                kinds,
                written == null,
                fallback,
                parts.group(2));
        if (!kinds.isEmpty() && parameter.type() != Report.Type.ENTITY) {
            mistake(line, column + words.start(2), "only an entity has kinds, not \"" + words.group(2) + "\"");
        } else if (fallback != null && !fits(parameter, fallback, line, column + words.start(3))) {
            return;
        }
        parameters.add(parameter);
    }

    private boolean fits(Report.Parameter parameter, String fallback, int line, int column) {
        try {
            Arguments.value(parameter, fallback);
            return true;
        } catch (IllegalArgumentException e) {
            mistake(line, column, "parameter \"" + parameter.name() + "\" " + e.getMessage());
            return false;
        }
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private void mistake(int line, int column, String message) {
        mistakes.add(Visible.of(new Position(file, line, column) + ": " + message));
    }
}
