package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in the curator's words what the YAML library found wrong. */
final class Syntax {

    private static final int LONGEST = 40;

    private Syntax() {}

    /** A syntax error; {@code reached} counts the code points that the library had read. */
    static Diagnostic explain(YamlEngineException exception, Source source, int reached) {
        if (!(exception instanceof MarkedYamlEngineException marked)) {
            return invalid(source, reached);
        }
        int at = marked.getProblemMark().map(Mark::getIndex).orElse(reached);
        int from = marked.getContextMark().map(Mark::getIndex).orElse(at);
        String problem = marked.getProblem() == null ? "" : marked.getProblem();
        String context = marked.getContext() == null ? "" : marked.getContext();
        Optional<Diagnostic> tab = tab(source, at);
        if (tab.isEmpty() && from != at) {
            tab = tab(source, from);
        }
        if (tab.isPresent() && !context.contains("quoted")) {
            return tab.get();
        }
        return explain(problem, context, source, at, from);
    }

    static Diagnostic invalid(Source source, int reached) {
        return error(source.at(Math.min(reached, source.length())), "this is not valid YAML", null);
    }

    private static Diagnostic explain(String problem, String context, Source source, int at, int from) {
        Position here = source.at(at);
        Position begin = source.at(from);
        String line = source.line(here.line());
        if (problem.startsWith("mapping values are not allowed")) {
            return inValue(here, line);
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return error(
                    here,
                    "a list item \"- \" cannot begin behind its key",
                    "put each item on a line of its own, or write [one, two]");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return error(
                    begin,
                    "\"" + cut(source.line(begin.line()).strip()) + "\" has no \":\", expected \"key: value\"",
                    "a text over several lines is indented more than its key, or begins with \"|\"");
        }
        if (context.contains("quoted scalar") && problem.contains("found unexpected")) {
            return error(begin, "the quotation mark that opens here is never closed", null);
        }
        if (problem.contains("escape")) {
            return error(
                    here,
                    "an unknown escape stands after \"\\\"",
                    "in double quotes write \"\\\\\" for a backslash, or use single quotes");
        }
        if (context.contains("flow sequence")) {
            return error(here, "expected \",\" or \"]\" to go on with the list of line " + begin.line(), null);
        }
        if (context.contains("flow mapping")) {
            return error(here, "expected \",\" or \"}\" to go on with the mapping of line " + begin.line(), null);
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return block(here, begin, line, context);
        }
        if (problem.startsWith("found character")) {
            String first = new String(Character.toChars(line.codePointAt(line.offsetByCodePoints(0, here.column() - 1))));
            return error(here, "a value cannot begin with \"" + first + "\"", "put the value in quotes");
        }
        if (context.contains("an alias") || context.contains("an anchor")) {
            return error(
                    begin,
                    "\"" + cut(line.substring(line.offsetByCodePoints(0, begin.column() - 1)).strip())
                            + "\" is not the name of an " + (context.contains("alias") ? "alias" : "anchor"),
                    "a value that begins with \"*\" or \"&\" needs quotes");
        }
        if (context.contains("block scalar")) {
            return error(
                    here,
                    problem.contains("leading empty lines")
                            ? "the first line of the text is indented less than the empty lines before it"
                            : "expected a line break after \"|\" or \">\"",
                    "a value that begins with \"|\" or \">\" needs quotes");
        }
        if (context.contains("tag")) {
            return error(
                    begin,
                    "a YAML tag stands before this value, expected none",
                    "a text that begins with \"!\" needs quotes");
        }
        if (context.contains("directive") || problem.contains("directive") || problem.contains("<document start>")) {
            return error(
                    here,
                    "this stands outside the file's one YAML document",
                    "a line that begins with \"%\" needs quotes, and nothing follows \"...\"");
        }
        return error(here, "this is not valid YAML", null);
    }

    private static Diagnostic inValue(Position here, String line) {
        int colon = line.offsetByCodePoints(0, here.column() - 1);
        boolean second = line.lastIndexOf(": ", Math.max(0, colon - 1)) >= 0;
        return second
                ? error(here, "a value without quotes cannot contain \": \"", "put the whole value in quotes")
                : error(
                        here,
                        "a key cannot stand here: the line before already has a value",
                        "keys of one mapping begin in the same column; a text that contains \": \" needs quotes");
    }

    private static Diagnostic block(Position here, Position begin, String line, String context) {
        String before = line.substring(0, line.offsetByCodePoints(0, here.column() - 1)).stripTrailing();
        if (before.endsWith("\"") || before.endsWith("'")) {
            return error(
                    here,
                    "text follows a closed quotation mark",
                    "put the whole value in one pair of quotes; in double quotes write \\\" for a quotation mark");
        }
        if (before.endsWith("]") || before.endsWith("}")) {
            return error(here, "text follows a closed bracket", "put the whole value in quotes");
        }
        return context.contains("mapping")
                ? error(
                        here,
                        "expected a key in the column of the mapping of line " + begin.line() + ", column "
                                + begin.column(),
                        "check the indentation; items of a list begin with \"- \"")
                : error(
                        here,
                        "expected \"- \" in the column of the list of line " + begin.line() + ", column "
                                + begin.column(),
                        "check the indentation");
    }

    private static Optional<Diagnostic> tab(Source source, int at) {
        Position position = source.at(Math.min(at, source.length()));
        String line = source.line(position.line());
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i < line.length() && line.charAt(i) == '\t'
                ? Optional.of(error(
                        new Position(source.file(), position.line(), i + 1),
                        "a tab cannot indent",
                        "indent with spaces; most editors convert tabs"))
                : Optional.empty();
    }

    static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    static Diagnostic halfCharacter(Position position) {
        return error(
                position,
                "an escape between \\ud800 and \\udfff is half a character",
                "write the character itself, or \\U and its eight digits");
    }

    private static Diagnostic error(Position position, String message, @Nullable String hint) {
        return Diagnostic.of(position, Problem.YAML_SYNTAX, message, hint);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
