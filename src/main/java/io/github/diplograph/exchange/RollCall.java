package io.github.diplograph.exchange;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One vote as it is gathered from rows; its ballots are numbers, so that a million of them fit into a few megabytes. */
final class RollCall {

    /** The choices, in the order in which a document lists them. */
    enum Choice {
        FOR(0, "for"),
        AGAINST(1, "against"),
        ABSTAINED(2, "abstained"),
        NOT_VOTING(3, "not voting");

        private final int bits;
        private final String key;

        Choice(int bits, String key) {
            this.bits = bits;
            this.key = key;
        }

        /** As keys of a vote spell it. */
        String key() {
            return key;
        }

        static Choice of(String key) {
            return Arrays.stream(values())
                    .filter(choice -> choice.key.equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A line of a source. */
    record Place(String file, long line) {}

    private static final int BITS = 2;

    /** What the source calls it. */
    final String key;

    /** Where it first stands. */
    final String file;

    final long line;

    /** Its values, by the names of {@link Mapping#COLUMNS}. */
    final Map<String, String> values = new TreeMap<>();

    /** What it is about, as the source writes it, and the line that says so. */
    final Map<String, Place> topics = new LinkedHashMap<>();

    private final BitSet voters = new BitSet();
    private int[] ballots = new int[0];
    private int size;

    RollCall(String key, String file, long line) {
        this.key = key;
        this.file = file;
        this.line = line;
    }

    /** Takes a ballot, unless that voter has one already. */
    boolean take(int voter, Choice choice) {
        if (voters.get(voter)) {
            return false;
        }
        voters.set(voter);
        if (size == ballots.length) {
            ballots = Arrays.copyOf(ballots, Math.max(16, size + (size >> 1)));
        }
        ballots[size++] = voter << BITS | choice.bits;
        return true;
    }

    /** What a voter chose who has a ballot. */
    Choice of(int voter) {
        for (int i = 0; i < size; i++) {
            if (ballots[i] >> BITS == voter) {
                int bits = ballots[i] & (1 << BITS) - 1;
                return Arrays.stream(Choice.values())
                        .filter(choice -> choice.bits == bits)
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new IllegalArgumentException("no ballot of voter " + voter);
    }

    /** The voters who chose so. */
    int[] voters(Choice choice) {
        return Arrays.stream(ballots, 0, size)
                .filter(ballot -> (ballot & (1 << BITS) - 1) == choice.bits)
                .map(ballot -> ballot >> BITS)
                .toArray();
    }

    int ballots() {
        return size;
    }
}
