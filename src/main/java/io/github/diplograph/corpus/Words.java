package io.github.diplograph.corpus;

import io.github.diplograph.evidence.Check;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claim's words when they were looked for in the article.
 *
 * @param worst the worst outcome of all; null if the claim cites no words
 * @param quoteOffsets start and end of each segment of the quotation in the text, in Unicode code points; empty if
 *     nobody looked
 * @param passageOffsets the same for the passages
 */
public record Words(@Nullable Check worst, List<Integer> quoteOffsets, List<Integer> passageOffsets) {

    /** A claim that cites no words. */
    public static final Words NONE = new Words(null, List.of(), List.of());

    /** Copies the lists. */
    public Words {
        quoteOffsets = List.copyOf(Objects.requireNonNull(quoteOffsets, "quoteOffsets"));
        passageOffsets = List.copyOf(Objects.requireNonNull(passageOffsets, "passageOffsets"));
    }

    /**
     * The claim's {@code check}.
     *
     * @return the worst outcome, empty if the claim cites no words
     */
    public Optional<Check> check() {
        return Optional.ofNullable(worst);
    }
}
