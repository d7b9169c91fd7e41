package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.vocabulary.Verb;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of a key, as its type has it. */
public sealed interface Value
        permits Text, Value.Texts, Value.Act, Value.Date, Value.Whole, Value.Decimal, Value.Flag, Value.Counts {

    /**
     * Where the value stands.
     *
     * @return its position
     */
    Position position();

    /**
     * A list of texts, in the order of the file.
     *
     * @param texts the texts, at least one
     * @param position where the list begins
     */
    record Texts(List<Text> texts, Position position) implements Value {

        /** Copies the texts. */
        public Texts {
            texts = List.copyOf(texts);
        }

        /** The texts alone. */
        @Override
        public String toString() {
            return texts.toString();
        }
    }

    /**
     * A verb.
     *
     * @param verb the verb that was meant
     * @param position where it stands
     */
    record Act(Verb verb, Position position) implements Value {

        /** The verb's name. */
        @Override
        public String toString() {
            return verb.name();
        }
    }

    /**
     * A date.
     *
     * @param date the date
     * @param position where it stands
     */
    record Date(Edtf date, Position position) implements Value {

        /** The date as written. */
        @Override
        public String toString() {
            return date.text();
        }
    }

    /**
     * A whole number.
     *
     * @param number the number, not negative
     * @param position where it stands
     */
    record Whole(long number, Position position) implements Value {

        /** The number's digits. */
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * A number.
     *
     * @param number the number, finite
     * @param position where it stands
     */
    record Decimal(double number, Position position) implements Value {

        /** The number's digits, without decimals where it has none. */
        @Override
        public String toString() {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
    }

    /**
     * True or false.
     *
     * @param set the value
     * @param position where it stands
     */
    record Flag(boolean set, Position position) implements Value {

        /** {@code true} or {@code false}. */
        @Override
        public String toString() {
            return Boolean.toString(set);
        }
    }

    /**
     * How many chose what.
     *
     * @param counts a number for each choice that is counted, in the order of the file
     * @param position where they stand
     */
    record Counts(Map<String, Long> counts, Position position) implements Value {

        /** Copies the counts. */
        public Counts {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        /** The counts alone. */
        @Override
        public String toString() {
            return counts.toString();
        }
    }
}
