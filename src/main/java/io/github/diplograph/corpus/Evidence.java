package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.evidence.Finding;
import io.github.diplograph.evidence.Passage;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks for the words of one document's entries: in its article's text, or else in the record of an earlier look. */
final class Evidence {

    /** For files that extract no article: nothing is looked for. */
    static final Evidence NONE = new Evidence(null, null, EvidenceRecord.empty(), null, problem -> {});

    private final @Nullable Header header;
    private final @Nullable SourceText text;
    private final EvidenceRecord record;
    private final EvidenceRecord.@Nullable Builder recording;
    private final Consumer<Diagnostic> problems;
    private @Nullable String recorded;

    /**
     * Prepares for one document.
     *
     * @param header the article
     * @param text the article's text, or null where there is none
     * @param record what was found earlier
     * @param recording takes what is found now, or null
     * @param problems told of words that are missing
     */
    Evidence(
            @Nullable Header header,
            @Nullable SourceText text,
            EvidenceRecord record,
            EvidenceRecord.@Nullable Builder recording,
            Consumer<Diagnostic> problems) {
        this.header = header;
        this.text = text;
        this.record = record;
        this.recording = recording;
        this.problems = problems;
    }

    /** Looks for all words of one entry: its quotation, its passages, and words that it says are printed so. */
    Words of(String claim, Entry entry) {
        if (header == null) {
            return Words.NONE;
        }
        noteRecorded(claim);
        List<Check> outcomes = new ArrayList<>();
        List<Integer> quote = look(claim, entry.texts("quote"), outcomes);
        List<Integer> passage = look(claim, entry.texts("passage"), outcomes);
        look(claim, entry.texts("as"), outcomes);
        return new Words(Check.worst(outcomes).orElse(null), quote, passage);
    }

    /** The hash of the text that was looked in, now or earlier. */
    Optional<String> textSha256() {
        return text == null ? Optional.ofNullable(recorded) : Optional.of(text.sha256());
    }

    private void noteRecorded(String claim) {
        if (recorded != null) {
            return;
        }
        recorded = record.textSha256(claim).orElse(null);
        if (text != null && recorded != null && !recorded.equals(text.sha256()) && header != null) {
            problems.accept(Diagnostic.of(
                    header.position(),
                    Problem.TEXT_DRIFT,
                    "the text of \"" + header.id() + "\" has changed since its evidence was recorded",
                    "look at the change, then run `diplograph evidence --record`"));
        }
    }

    private List<Integer> look(String claim, List<Text> words, List<Check> outcomes) {
        List<Integer> offsets = new ArrayList<>();
        if (words.isEmpty()) {
            return offsets;
        }
        List<Finding> findings = text == null
                ? words.stream()
                        .map(word -> record.find(claim, word.text()).orElseGet(Finding::unchecked))
                        .toList()
                : text.findAll(words.stream().map(Text::text).toList());
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            outcomes.add(finding.outcome());
            offsets.addAll(finding.offsets());
            if (finding.outcome() == Check.MISSING) {
                problems.accept(missing(words.get(i), finding));
            } else if (recording != null) {
                note(recording, claim, words.get(i), finding);
            }
        }
        return offsets;
    }

    private void note(EvidenceRecord.Builder taking, String claim, Text words, Finding finding) {
        // all documents share the record, and are looked through side by side
        synchronized (taking) {
            if (text != null) {
                taking.add(claim, words.text(), text.sha256(), finding);
            } else if (finding.isFound()) {
                taking.keep(record, claim, words.text());
            }
        }
    }

    private static Diagnostic missing(Text words, Finding finding) {
        Passage nearest = finding.nearest();
        return Diagnostic.of(
                words.position(),
                Problem.WORDS_MISSING,
                "the article does not have the words \"" + words.text() + "\"",
                nearest == null
                        ? "nothing in the text is near to them"
                        : "line " + nearest.line() + " of the text has \"" + nearest.text() + "\"");
    }
}
