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

    /** YAML 1.2.2, 7.4.2: so far a reader looks for the colon behind a key. */
    private static final int LONGEST_KEY = 1024;

    private Syntax() {}

    /**
     * A syntax error.
     *
     * @param reached how many code points the library had read
     * @param open where the innermost open mapping or list begins, or null
     */
    static Diagnostic explain(YamlEngineException exception, Source source, int reached, @Nullable Position open) {
        if (!(exception instanceof MarkedYamlEngineException marked)) {
            return invalid(source, reached);
        }
        int at = marked.getProblemMark().map(Mark::getIndex).orElse(reached);
        int from = marked.getContextMark().map(Mark::getIndex).orElse(at);
        String problem = marked.getProblem() == null ? "" : marked.getProblem();
        String context = marked.getContext() == null ? "" : marked.getContext();
        Optional<Diagnostic> tab = tab(source, at).or(() -> tab(source, from));
        if (tab.isPresent() && !context.contains("quoted")) {
            return tab.get();
        }
        if (at >= source.length() && (context.contains("flow") || problem.startsWith("expected the node content"))) {
            return error(
                    from < at || open == null ? source.at(from) : open,
                    "the bracket that opens here is never closed",
                    "a text that begins with \"[\" or \"{\" needs quotes");
        }
        return explain(problem, context, source, at, from);
    }

    /** What the library stumbled over without saying where. */
    static Diagnostic invalid(Source source, int reached) {
        Position position = source.at(Math.min(reached, source.length()));
        String line = source.line(position.line());
        String before = line.substring(0, line.offsetByCodePoints(0, position.column() - 1));
        if (before.endsWith("\\x") || before.endsWith("\\u") || before.endsWith("\\U")) {
            return escape(position);
        }
        return error(position, "this is not valid YAML 1.2", null);
    }

    private static Diagnostic explain(String problem, String context, Source source, int at, int from) {
        Position here = source.at(at);
        Position begin = source.at(from);
        String line = source.line(here.line());
        if (problem.contains("(TAB)")) {
            int tab = line.lastIndexOf('\t', line.offsetByCodePoints(0, here.column() - 1));
            return indentedByTab(new Position(here.file(), here.line(), line.codePointCount(0, Math.max(0, tab)) + 1));
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return inValue(source, here, line);
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
        if (context.contains("tag") || problem.contains("tag handle")) {
            return tag(context.contains("directive") ? here : begin);
        }
        if (problem.contains("escape")) {
            return escape(here);
        }
        if (context.contains("flow sequence")) {
            return error(here, "expected \",\" or \"]\" to go on with the list of line " + begin.line(), null);
        }
        if (context.contains("flow mapping")) {
            return error(here, "expected \",\" or \"}\" to go on with the mapping of line " + begin.line(), null);
        }
        Optional<Diagnostic> behind = behind(here, line);
        if (behind.isPresent() && (context.contains("block") || problem.contains("<document start>"))) {
            return behind.get();
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return block(here, begin, context);
        }
        if (problem.startsWith("found character")
                || problem.startsWith("expected the node content")
                || problem.startsWith("mapping keys are not allowed")) {
            return error(here, "a value cannot begin with \"" + first(line, here) + "\"", "put the value in quotes");
        }
        if (context.contains("an alias") || context.contains("an anchor")) {
            return error(
                    begin,
                    "\"" + cut(rest(line, begin).strip()) + "\" is not the name of an "
                            + (context.contains("alias") ? "alias" : "anchor"),
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
        if (context.contains("directive") || problem.contains("directive") || problem.contains("<document start>")) {
            return error(
                    here,
                    "this stands outside the file's one YAML document",
                    "a line that begins with \"%\" needs quotes, and nothing follows \"...\"");
        }
        return error(here, "this is not valid YAML 1.2", null);
    }

    private static Diagnostic inValue(Source source, Position here, String line) {
        int colon = line.offsetByCodePoints(0, here.column() - 1);
        if (line.lastIndexOf(": ", Math.max(0, colon - 1)) >= 0) {
            return error(here, "a value without quotes cannot contain \": \"", "put the whole value in quotes");
        }
        int key = 0;
        while (key < colon && line.charAt(key) == ' ') {
            key++;
        }
        Position position = new Position(here.file(), here.line(), key + 1);
        if (line.codePointCount(key, colon) > LONGEST_KEY) {
            return error(position, "a key of more than " + LONGEST_KEY + " characters", "choose a shorter one");
        }
        String before = here.line() > 1 ? source.line(here.line() - 1) : "";
        int glued = before.indexOf(':');
        return glued >= 0 && !before.contains(": ") && glued < before.length() - 1
                ? error(
                        new Position(here.file(), here.line() - 1, before.codePointCount(0, glued) + 1),
                        "a space is missing after this colon, expected \"key: value\"",
                        null)
                : error(
                        position,
                        "a key cannot stand here: the line before already has a value",
                        "keys of one mapping begin in the same column; a text that contains \": \" needs quotes");
    }

    private static Optional<Diagnostic> behind(Position here, String line) {
        String before =
                line.substring(0, line.offsetByCodePoints(0, here.column() - 1)).stripTrailing();
        if (before.endsWith("\"") || before.endsWith("'")) {
            return Optional.of(error(
                    here,
                    "text follows a closed quotation mark",
                    "put the whole value in one pair of quotes; in double quotes write \\\" for a quotation mark"));
        }
        if (before.endsWith("]") || before.endsWith("}")) {
            return Optional.of(error(here, "text follows a closed bracket", "put the whole value in quotes"));
        }
        return Optional.empty();
    }

    private static Diagnostic block(Position here, Position begin, String context) {
        if (here.equals(begin)) {
            return error(here, "a key is missing before this", "a text that begins with \":\" needs quotes");
        }
        return context.contains("mapping")
                ? error(
                        here,
                        "expected a key in column " + begin.column() + ", where the mapping of line " + begin.line()
                                + " has its keys",
                        "check the indentation; items of a list begin with \"- \"")
                : error(
                        here,
                        "expected \"- \" in column " + begin.column() + ", where the list of line " + begin.line()
                                + " has its items",
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
                ? Optional.of(indentedByTab(new Position(source.file(), position.line(), i + 1)))
                : Optional.empty();
    }

    private static Diagnostic indentedByTab(Position position) {
        return error(position, "a tab cannot indent", "indent with spaces; most editors convert tabs");
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

    private static Diagnostic escape(Position position) {
        return error(
                position,
                "an unknown escape stands after \"\\\"",
                "in double quotes write \"\\\\\" for a backslash, or use single quotes");
    }

    /** A tag, well-formed or not: the vocabulary says what a value is. */
    static Diagnostic tag(Position position) {
        return Diagnostic.of(
                position,
                Problem.YAML_TAG,
                "a YAML tag stands before this value, expected none",
                "the vocabulary says what a value is; a text that begins with \"!\" needs quotes");
    }

    private static String rest(String line, Position position) {
        return line.substring(line.offsetByCodePoints(0, position.column() - 1));
    }

    private static String first(String line, Position position) {
        String rest = rest(line, position);
        return rest.isEmpty() ? "" : rest.substring(0, rest.offsetByCodePoints(0, 1));
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
