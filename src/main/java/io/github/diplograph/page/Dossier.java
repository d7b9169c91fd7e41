package io.github.diplograph.page;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Document;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Header;
import java.util.List;
import java.util.Objects;

/** What a corpus has to show to people, one page at a time. */
public final class Dossier {

    private final Corpus corpus;

    private Dossier(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The dossier of a corpus.
     *
     * @param corpus a corpus that is at least reviewable
     * @return its dossier
     */
    public static Dossier of(Corpus corpus) {
        return new Dossier(Objects.requireNonNull(corpus, "corpus"));
    }

    /**
     * An article for a second curator: its text, and beside each passage what was curated from it.
     *
     * @param article the id of an article of the corpus
     * @return the article and all claims made in it
     * @throws DiplographException if the corpus has no such article or its text is not at hand
     */
    public Review review(String article) {
        List<Document> documents = corpus.documents().stream()
                .filter(document -> document.source().map(Header::id).orElse("").equals(article))
                .toList();
        if (documents.isEmpty()) {
            throw new DiplographException(unknown(article));
        }
        SourceText text = corpus.text(documents.get(0)).orElseThrow(() -> new DiplographException(noText(article)));
        List<Diagnostic> problems = corpus.diagnostics().stream()
                .filter(problem -> concerns(problem, documents, article))
                .toList();
        return Review.of(corpus, documents, text, problems);
    }

    private static boolean concerns(Diagnostic problem, List<Document> documents, String article) {
        String file = problem.position().file();
        return file.equals(article + ".txt")
                || documents.stream().anyMatch(document -> document.file().equals(file));
    }

    private String unknown(String article) {
        List<String> ids = corpus.documents().stream()
                .flatMap(document -> document.source().stream())
                .map(Header::id)
                .distinct()
                .sorted()
                .toList();
        String otherwise = ids.isEmpty() ? "it has none" : "it has " + String.join(", ", ids);
        return "the corpus has no article \"" + Visible.of(article) + "\"; " + Nearest.hint(article, ids, otherwise);
    }

    private static String noText(String article) {
        return "the text of \"" + article
                + "\" is not at hand, and a page shows claims beside it; name the folder that has " + article
                + ".txt with --texts";
    }
}
