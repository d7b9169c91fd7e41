package io.github.diplograph.vocabulary;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is said or done.
 *
 * @param name its name, in the past tense
 * @param speech whether it makes a statement; otherwise it makes an event
 * @param edge the type of the edge from actor to target
 * @param actors who can be the actor: kinds, or {@code agent}, {@code thing}, {@code occurrence}
 * @param targets who can be the target, likewise; empty if it has none
 * @param spellings other words that are accepted for it
 * @param polarity whether it is for or against its target
 * @param symmetric whether each actor does it to the others, so that it needs no target
 * @param plover its code in PLOVER, if one fits
 * @param affects the type of the edge from its event to the target; of a statement, {@code TOWARDS}
 * @param meaning what it says, in one sentence
 */
public record Verb(
        String name,
        boolean speech,
        String edge,
        Set<String> actors,
        Set<String> targets,
        Set<String> spellings,
        Polarity polarity,
        boolean symmetric,
        Optional<Plover> plover,
        String affects,
        String meaning) {

    /** Whether a verb is for or against its target. */
    public enum Polarity {
        /** For it. */
        POSITIVE,
        /** Against it. */
        NEGATIVE,
        /** Neither. */
        NEUTRAL;

        /** The word that vocabulary files and the graph use. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A code of PLOVER, the Political Language Ontology for Verifiable Event Records of the Open Event Data Alliance.
     *
     * @param event the event, such as {@code CONSULT}
     * @param mode the mode, such as {@code visit}, if one fits
     */
    public record Plover(String event, Optional<String> mode) {

        /** Checks that nothing is missing. */
        public Plover {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(mode, "mode");
        }

        /** Event and mode: {@code CONSULT visit}. */
        @Override
        public String toString() {
            return mode.map(word -> event + " " + word).orElse(event);
        }
    }

    /** Copies the sets, which keep their order. */
    public Verb {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(polarity, "polarity");
        Objects.requireNonNull(plover, "plover");
        Objects.requireNonNull(affects, "affects");
        Objects.requireNonNull(meaning, "meaning");
        actors = Ordered.copy(actors);
        targets = Ordered.copy(targets);
        spellings = Ordered.copy(spellings);
    }
}
