package io.github.diplograph.corpus;

import java.util.Objects;

/**
 * How one voter voted, as one claim has it.
 *
 * @param voter who voted
 * @param choice {@code for}, {@code against}, {@code abstained} or {@code not voting}
 * @param inferred whether the curator worked it out ({@code others}, {@code inferred})
 */
public record Ballot(Ref voter, String choice, boolean inferred) {

    /** Checks that nothing is missing. */
    public Ballot {
        Objects.requireNonNull(voter, "voter");
        Objects.requireNonNull(choice, "choice");
    }
}
