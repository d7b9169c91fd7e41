package io.github.diplograph.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question and the statement that answers it.
 *
 * @param name the file's name without its ending
 * @param title a few words
 * @param question the question, one sentence; empty if the file does not say
 * @param parameters what can be asked for, in the file's order
 * @param columns what the answer shows, in order; empty if the file does not say
 * @param cypher the file's text, its header included: to Cypher that is a comment
 */
public record Report(
        String name, String title, String question, List<Parameter> parameters, List<Column> columns, String cypher) {

    /** Copies the lists. */
    public Report {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(question, "question");
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
        Objects.requireNonNull(cypher, "cypher");
    }

    /**
     * The parameter of that name.
     *
     * @param wanted its name
     * @return the parameter, or empty if the report has none of that name
     */
    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst();
    }

    /**
     * Checks parameters without asking a database: names, types, and that none is missing.
     *
     * @param typed parameters by name, as someone typed them
     * @throws io.github.diplograph.diagnostic.DiplographException if one is unknown, missing or of the wrong type
     */
    public void check(Map<String, String> typed) {
        Arguments.of(this, typed);
    }

    /**
     * What to enter in Neo4j Browser or {@code cypher-shell} before pasting the statement: a {@code :param} line for
     * each parameter, with its value or its default, and the semicolon that Browser needs. An entity is given by its
     * id; {@link Reports#settings} looks up names.
     *
     * @param typed parameters by name, as someone typed them
     * @return the lines
     * @throws io.github.diplograph.diagnostic.DiplographException if a parameter is unknown, missing or of the wrong type
     */
    public List<String> settings(Map<String, String> typed) {
        return Arguments.of(this, typed).entrySet().stream()
                .map(entry -> ":param " + entry.getKey() + " => " + literal(entry.getValue()) + ";")
                .toList();
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return "date('" + date + "')";
        }
        return value instanceof String text
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
                : String.valueOf(value);
    }

    /** What the text of a parameter means. */
    public enum Type {
        /** Text as it is. */
        TEXT,
        /** An entity by name, alias, code or id; to Cypher its id. */
        ENTITY,
        /** A day, ISO 8601. */
        DATE,
        /** A whole number, 0 or more: how many. */
        WHOLE,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        FLAG
    }

    /**
     * Something that a report can be asked for.
     *
     * @param name its name, in Cypher after {@code $}
     * @param type what its text means
     * @param kinds of an entity: the kinds that are admitted, such as {@code state}; empty for any
     * @param required whether it must be given
     * @param fallback its default as typed, or null for none
     * @param meaning one phrase for people
     */
    public record Parameter(
            String name, Type type, List<String> kinds, boolean required, @Nullable String fallback, String meaning) {

        /** Copies the kinds. */
        public Parameter {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            kinds = List.copyOf(kinds);
            Objects.requireNonNull(meaning, "meaning");
        }
    }

    /**
     * A column of the answer.
     *
     * @param name its name
     * @param meaning one phrase for people
     */
    public record Column(String name, String meaning) {

        /** Checks that nothing is missing. */
        public Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(meaning, "meaning");
        }
    }
}
