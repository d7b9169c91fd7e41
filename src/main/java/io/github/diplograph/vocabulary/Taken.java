package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Words that have a meaning already, each kind of word apart, with where they got it. */
final class Taken {

    private static final Position BUNDLED = Position.of("the bundled vocabulary");

    private final Map<String, Position> places = new HashMap<>();
    private final Consumer<Diagnostic> problems;

    Taken(Consumer<Diagnostic> problems) {
        this.problems = problems;
    }

    /** Takes a word of the bundled vocabulary. */
    void bundled(String space, String word) {
        places.put(key(space, word), BUNDLED);
    }

    /** Takes a word, or says who has it. */
    boolean take(String space, String word, Position position) {
        if (word.isEmpty()) {
            return true;
        }
        Position before = places.putIfAbsent(key(space, word), position);
        if (before != null) {
            problems.accept(Diagnostic.of(
                    position,
                    Problem.DEFINED_TWICE,
                    "\"" + word + "\" is defined already, " + (before.line() == 0 ? "in " : "at ") + before,
                    "remove this one or choose another word"));
        }
        return before == null;
    }

    private static String key(String space, String word) {
        return space + ":" + Vocabulary.plain(word);
    }
}
