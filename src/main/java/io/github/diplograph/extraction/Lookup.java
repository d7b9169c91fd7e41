package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Tie;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.vocabulary.Word;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks words up in the vocabulary, and says what is nearest to those that it does not have. */
final class Lookup {

    private final Vocabulary vocabulary;
    private final Hints hints;
    private final Consumer<Diagnostic> problems;
    private final Verbs speech = new Verbs(true);
    private final Verbs action = new Verbs(false);

    Lookup(Vocabulary vocabulary, Hints hints, Consumer<Diagnostic> problems) {
        this.vocabulary = vocabulary;
        this.hints = hints;
        this.problems = problems;
    }

    /** A word of a list, by its name. */
    Optional<Text> word(Key key, String list, YamlScalar scalar) {
        if (list.equals("ties")) {
            Optional<Tie> tie = vocabulary.tie(scalar.text());
            if (tie.isEmpty()) {
                unknown(key, scalar, vocabulary.ties().stream().map(Tie::name).toList());
            }
            return tie.map(found -> new Text(found.name(), scalar.position()));
        }
        Optional<Word> word = vocabulary.word(list, scalar.text());
        if (word.isEmpty()) {
            unknown(key, scalar, vocabulary.words(list).stream().map(Word::name).toList());
        }
        return word.map(found -> new Text(found.name(), scalar.position()));
    }

    private void unknown(Key key, YamlScalar scalar, Collection<String> known) {
        wrong(
                scalar,
                Problem.UNKNOWN_WORD,
                "`" + key.name() + "` has no word " + Hints.quoted(scalar.text()),
                hints.nearest(scalar.text(), known, "it takes: " + Hints.some(known)));
    }

    /** A verb of the sort that the section takes. */
    Optional<Value> verb(YamlScalar scalar, String section) {
        Verbs verbs = section.equals("statements") ? speech : action;
        Optional<Verb> found = vocabulary.verb(scalar.text());
        if (found.isEmpty()) {
            wrong(
                    scalar,
                    Problem.UNKNOWN_VERB,
                    "no verb " + Hints.quoted(scalar.text()),
                    hints.nearest(scalar.text(), verbs.known())
                            .map(near -> "did you mean \"" + near + "\"? " + verbs.all())
                            .orElse(verbs.all()));
        } else if (found.get().speech() != verbs.speech) {
            wrong(
                    scalar,
                    Problem.UNKNOWN_VERB,
                    "\"" + found.get().name() + "\" is a verb of " + verbs.other() + ", and " + section
                            + " take verbs of " + verbs.sort(),
                    "put the entry under `" + (verbs.speech ? "events" : "statements") + "`, or choose another verb");
            return Optional.empty();
        }
        return found.map(verb -> new Value.Act(verb, scalar.position()));
    }

    /** A property, by its word. */
    Optional<Text> property(YamlScalar scalar) {
        Optional<Property> found = vocabulary.property(scalar.text());
        if (found.isEmpty()) {
            List<String> known =
                    vocabulary.properties().stream().map(Property::word).toList();
            wrong(
                    scalar,
                    Problem.UNKNOWN_PROPERTY,
                    "no property " + Hints.quoted(scalar.text()),
                    hints.nearest(scalar.text(), known, "there are: " + Hints.some(known)));
        }
        return found.map(property -> new Text(property.word(), scalar.position()));
    }

    /** A kind that a group can have members of. */
    Optional<Text> kind(Key key, YamlScalar scalar) {
        List<String> known = vocabulary.kinds().stream()
                .filter(Lookup::member)
                .map(Kind::key)
                .toList();
        if (known.contains(scalar.text())) {
            return Optional.of(new Text(scalar.text(), scalar.position()));
        }
        wrong(
                scalar,
                Problem.UNKNOWN_KIND,
                "`" + key.name() + "` is a kind of entity, not " + Hints.quoted(scalar.text()),
                hints.nearest(scalar.text(), known, "it takes: " + Hints.some(known)));
        return Optional.empty();
    }

    /** Whether a group can have members of a kind. */
    static boolean member(Kind kind) {
        return kind.entity() && !kind.key().equals("group");
    }

    private void wrong(YamlScalar scalar, Problem problem, String message, String hint) {
        problems.accept(Diagnostic.of(scalar.position(), problem, message, hint));
    }

    /** The verbs of speech or of action, gathered when first asked for. */
    private final class Verbs {

        private final boolean speech;
        private final List<String> known = new ArrayList<>();
        private int count;

        Verbs(boolean speech) {
            this.speech = speech;
        }

        String sort() {
            return speech ? "speech" : "action";
        }

        String other() {
            return speech ? "action" : "speech";
        }

        List<String> known() {
            if (known.isEmpty()) {
                for (Verb verb : vocabulary.verbs()) {
                    if (verb.speech() == speech) {
                        count++;
                        known.add(verb.name());
                        known.addAll(verb.spellings());
                    }
                }
            }
            return known;
        }

        String all() {
            known();
            return count + " verbs of " + sort() + " are known; `diplograph schema --verbs` lists them";
        }
    }
}
