package io.github.diplograph.corpus;

import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one document, with its names resolved.
 *
 * @param id {@code corpus/document#entry}
 * @param document the id of the document, {@code corpus/path} without the ending
 * @param source the article or dataset that makes the claim; null in files of the curators' own, under {@code entities}
 * @param entry the entry as written
 * @param subjects what it is about; several where several speakers made a statement each
 * @param links for each key that holds names, what they mean, in the order written; without ballots and {@code by}
 * @param ballots how the voters voted that this claim names or lets infer, sorted by voter
 * @param words what became of its quotation and passages
 */
public record Claim(
        String id,
        String document,
        @Nullable Header source,
        Entry entry,
        List<Subject> subjects,
        Map<String, List<Ref>> links,
        List<Ballot> ballots,
        Words words) {

    /**
     * The stated rule by which one value is shown where claims differ: the most recent publication by its latest day,
     * undated last, then the claim's id.
     */
    public static final Comparator<Claim> RULE = Comparator.comparing(
                    Claim::lastDay,
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder().reversed()))
            .thenComparing(Claim::id);

    /** Copies the collections. */
    public Claim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(words, "words");
        subjects = List.copyOf(subjects);
        links = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(links));
        ballots = List.copyOf(ballots);
    }

    private java.time.@Nullable LocalDate lastDay() {
        return published().orElse(null);
    }

    /**
     * The last day on which the source may have been published.
     *
     * @return the latest day of its publication, empty if undated or open
     */
    public Optional<LocalDate> published() {
        return source == null || source.published() == null
                ? Optional.empty()
                : source.published().latest();
    }

    /**
     * The section that the entry stands in, such as {@code votes}.
     *
     * @return the name of its section
     */
    public String section() {
        return entry.kind().section();
    }

    /**
     * What a key's names mean.
     *
     * @param key a key that holds names
     * @return what they mean, empty if the entry does not have the key
     */
    public List<Ref> links(String key) {
        return links.getOrDefault(key, List.of());
    }

    /**
     * Whether the article says it in its own voice without a hedge.
     *
     * @return true if the entry is neither attributed nor hedged
     */
    public boolean plain() {
        return entry.text("hedge").isEmpty() && links("according to").isEmpty();
    }

    /**
     * Whether the entry denies what it speaks of.
     *
     * @return true if {@code negated: true}
     */
    public boolean negated() {
        return entry.flag("negated");
    }

    /**
     * The status that the entry gives, by default that it occurred.
     *
     * @return a status of the vocabulary
     */
    public String status() {
        return entry.text("status").map(text -> text.text()).orElse("occurred");
    }
}
