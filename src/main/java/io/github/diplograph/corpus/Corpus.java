package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder of extractions, read and checked as a whole.
 *
 * <p>Read in two passes. The first keeps what can meet another file's claim: names, ids, attributes, roles, ties, and
 * the claims on occurrences of which several entries speak. The second, {@link #claims}, turns one document at a time
 * into claims, as often as asked; nothing holds all of them at once.
 */
public final class Corpus {

    private final Reading reading;
    private final List<Diagnostic> diagnostics;
    private final boolean valid;
    private final boolean reviewable;

    private Corpus(Reading reading, List<Diagnostic> diagnostics) {
        this.reading = reading;
        this.diagnostics = diagnostics;
        // asked for each claim, and a dataset may have a warning for each vote
        this.valid = diagnostics.stream().noneMatch(Diagnostic::isError);
        this.reviewable = diagnostics.stream().noneMatch(Reading::hinders);
    }

    /**
     * What a reading may be told.
     *
     * @param texts the folder of the articles' texts, {@code ARTICLE.txt} each, or null if they are not at hand
     * @param vocabularies extensions of the vocabulary beside those that {@code corpus.yaml} names, by file name
     * @param progress told how far reading has come
     */
    public record Options(@Nullable Path texts, Map<String, byte[]> vocabularies, Progress progress) {

        /** No texts, no further vocabulary, nobody told. */
        public static final Options NONE = new Options(null, Map.of(), Progress.NONE);

        /** Copies the map. */
        public Options {
            vocabularies = Map.copyOf(vocabularies);
            Objects.requireNonNull(progress, "progress");
        }

        /**
         * The same, with the articles' texts.
         *
         * @param folder the folder of the texts
         * @return options with that folder
         */
        public Options withTexts(Path folder) {
            return new Options(folder, vocabularies, progress);
        }
    }

    /**
     * Reads and checks a corpus; mistakes are values, see {@link #diagnostics()}.
     *
     * @param directory the folder with {@code corpus.yaml}
     * @return the corpus, valid or not
     */
    public static Corpus read(Path directory) {
        return read(directory, Options.NONE);
    }

    /**
     * Reads and checks a corpus; mistakes are values, see {@link #diagnostics()}.
     *
     * @param directory the folder with {@code corpus.yaml}
     * @param options texts, further vocabulary, progress
     * @return the corpus, valid or not
     */
    public static Corpus read(Path directory, Options options) {
        Reading reading = new Reading(directory, options);
        return new Corpus(reading, reading.read());
    }

    /**
     * Every mistake in all files, sorted by file, line and column, each with the line that it stands on.
     *
     * @return errors and warnings
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Whether the corpus can become a graph.
     *
     * @return true if no diagnostic is an error
     */
    public boolean isValid() {
        return valid;
    }

    /**
     * Whether a second curator can review it: nothing is wrong but words that their article does not have.
     *
     * @return true if every name means something and no rule is broken
     */
    public boolean isReviewable() {
        return reviewable;
    }

    /**
     * The name of the corpus, which begins the ids in the graph.
     *
     * @return the name, empty if {@code corpus.yaml} has none
     */
    public String name() {
        return reading.name();
    }

    /**
     * The title for people.
     *
     * @return the title, or the name
     */
    public String title() {
        return reading.title();
    }

    /**
     * The bundled vocabulary with this corpus's extensions.
     *
     * @return the vocabulary
     */
    public Vocabulary vocabulary() {
        return reading.vocabulary();
    }

    /**
     * What was counted while reading.
     *
     * @return the summary
     */
    public Summary summary() {
        return reading.summary();
    }

    /**
     * The documents of a corpus that is valid, or at least reviewable; sorted by id.
     *
     * @return all documents
     */
    public List<Document> documents() {
        return reviewable().documents();
    }

    /**
     * One document's claims, read again from its file.
     *
     * @param document one of {@link #documents()}
     * @return its claims, in the order written
     * @throws DiplographException if the file has changed since the corpus was read
     */
    public List<Claim> claims(Document document) {
        return reviewable().claims(document);
    }

    /**
     * The text of the article that a document extracts.
     *
     * @param document one of {@link #documents()}
     * @return the text, empty if it is not at hand
     */
    public Optional<SourceText> text(Document document) {
        return document.source().flatMap(reviewable()::text);
    }

    /**
     * All claims on an occurrence: more than the one given only where several entries speak of it.
     *
     * @param claim a claim on it
     * @param subject which of the claim's subjects
     * @return the claims, by the rule that chooses among them
     */
    public List<Claim> on(Claim claim, Subject subject) {
        return valid().meetings().on(claim, subject);
    }

    /**
     * Whether several entries, of one document or of several, speak of an occurrence.
     *
     * @param occurrence its id
     * @return false if it rests on one claim alone
     */
    public boolean meet(String occurrence) {
        return valid().meetings().meet(occurrence);
    }

    /**
     * All claims on the attributes of an entity.
     *
     * @param entity its id
     * @return the claims, by the rule that chooses among them
     */
    public List<Claim> attributes(String entity) {
        return valid().meetings().attributes(entity);
    }

    /**
     * An entity by its id, or by an id that proved to be the same.
     *
     * @param id the id
     * @return the entity with all its definitions
     */
    public Optional<Entity> entity(String id) {
        return reading.entity(id);
    }

    /**
     * Who published the article that a document extracts.
     *
     * @param document one of {@link #documents()}
     * @return the publisher, empty if its header names none
     */
    public Optional<Ref> publisher(Document document) {
        return reviewable().publisher(document);
    }

    /**
     * The claims of the bundled registry that this corpus refers to: entities, and memberships on which ballots rest.
     *
     * @return claims of the document {@code corpus/registry}
     */
    public List<Claim> registry() {
        return valid().registry();
    }

    /**
     * What was found in the articles' texts, kept so that a corpus can be published without them.
     *
     * @return the record to write into {@code evidence.json}
     */
    public EvidenceRecord evidence() {
        return reading.evidence();
    }

    /**
     * The ids of the articles of which no text was at hand.
     *
     * @return article ids, sorted
     */
    public Set<String> withoutText() {
        return reading.withoutText();
    }

    private Reading valid() {
        return usable(valid);
    }

    private Reading reviewable() {
        return usable(reviewable);
    }

    private Reading usable(boolean usable) {
        if (!usable) {
            throw new DiplographException(
                    "the corpus has errors and yields no graph; look at its diagnostics, or run `diplograph check`");
        }
        return reading;
    }
}
