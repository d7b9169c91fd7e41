package io.github.diplograph.evidence;

import io.github.diplograph.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What was found in articles that may not be here: for each claim the SHA-256 of the article's text, and for each of its
 * words, known by their SHA-256, the outcome and the offsets. It holds neither the text nor the words. In files it is
 * JSON (RFC 8259), sorted, the same bytes for the same record.
 */
public final class EvidenceRecord {

    /** The form of the file that this version reads and writes. */
    static final int VERSION = 1;

    private final SortedMap<String, Claim> claims;

    /** The words of one claim, by their hash. */
    record Claim(String text, SortedMap<String, Found> words) {}

    /** Where some words were found, and how. */
    record Found(Check outcome, List<Integer> offsets) {}

    private EvidenceRecord(SortedMap<String, Claim> claims) {
        this.claims = claims;
    }

    /**
     * The record of nothing.
     *
     * @return an empty record
     */
    public static EvidenceRecord empty() {
        return new EvidenceRecord(new TreeMap<>());
    }

    /**
     * Reads a record from its file.
     *
     * @param file its name for positions
     * @param content its bytes
     * @param problems told of the first mistake that keeps it from being read
     * @return the record, or empty if it cannot be read
     */
    public static Optional<EvidenceRecord> read(String file, byte[] content, Consumer<Diagnostic> problems) {
        return new RecordReader(file, content, problems).read().map(EvidenceRecord::new);
    }

    /**
     * Writes the record.
     *
     * @return JSON, with a line break at its end
     */
    public String write() {
        return RecordWriter.write(claims);
    }

    /**
     * What the record knows of words of a claim.
     *
     * @param claim the claim's id
     * @param words the words as cited
     * @return a finding with the outcome {@link Check#RECORDED}; empty if it knows nothing of them
     */
    public Optional<Finding> find(String claim, String words) {
        return Optional.ofNullable(claims.get(claim))
                .map(known -> known.words().get(hash(words)))
                .map(found -> new Finding(Check.RECORDED, found.offsets(), Set.of(), null));
    }

    /**
     * In which text the words of a claim were found.
     *
     * @param claim the claim's id
     * @return the SHA-256 of the text, as {@link SourceText#sha256} gives it; empty if the record does not have the
     *     claim. If the text at hand has another, it has changed since
     */
    public Optional<String> textSha256(String claim) {
        return Optional.ofNullable(claims.get(claim)).map(Claim::text);
    }

    /**
     * How many claims it has.
     *
     * @return the number
     */
    public int size() {
        return claims.size();
    }

    /**
     * Begins a record.
     *
     * @return a builder that holds nothing yet
     */
    public static Builder builder() {
        return new Builder();
    }

    static String hash(String words) {
        return Sha256.of(words.strip());
    }

    /** Collects what was found. The order in which it comes does not matter. */
    public static final class Builder {

        private final SortedMap<String, Claim> claims = new TreeMap<>();

        private Builder() {}

        /**
         * Records words that were looked for. Those that were not found are left out.
         *
         * @param claim the claim's id
         * @param words the words as cited
         * @param textSha256 the SHA-256 of the text
         * @param finding what came of it
         * @return this
         * @throws IllegalArgumentException if the claim's other words were looked for in another text
         */
        public Builder add(String claim, String words, String textSha256, Finding finding) {
            if (finding.outcome() == Check.EXACT || finding.outcome() == Check.NORMALISED) {
                put(claim, textSha256, hash(words), new Found(finding.outcome(), finding.offsets()));
            }
            return this;
        }

        /**
         * Keeps what an earlier record has of words whose text is not here now.
         *
         * @param earlier the earlier record
         * @param claim the claim's id
         * @param words the words as cited
         * @return this
         * @throws IllegalArgumentException if the claim's other words were looked for in another text
         */
        public Builder keep(EvidenceRecord earlier, String claim, String words) {
            Claim known = earlier.claims.get(claim);
            Found found = known == null ? null : known.words().get(hash(words));
            if (known != null && found != null) {
                put(claim, known.text(), hash(words), found);
            }
            return this;
        }

        /**
         * Ends the record.
         *
         * @return what was collected so far
         */
        public EvidenceRecord build() {
            SortedMap<String, Claim> copy = new TreeMap<>();
            for (Map.Entry<String, Claim> entry : claims.entrySet()) {
                Claim claim = entry.getValue();
                copy.put(entry.getKey(), new Claim(claim.text(), new TreeMap<>(claim.words())));
            }
            return new EvidenceRecord(copy);
        }

        private void put(String claim, String text, String words, Found found) {
            Claim known = claims.computeIfAbsent(claim, id -> new Claim(text, new TreeMap<>()));
            if (!known.text().equals(text)) {
                throw new IllegalArgumentException("claim \"" + claim + "\" has words of two texts, expected one");
            }
            known.words().put(words, found);
        }
    }
}
