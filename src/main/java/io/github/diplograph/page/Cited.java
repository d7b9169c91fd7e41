package io.github.diplograph.page;

import io.github.diplograph.evidence.Finding;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of an article that a claim cites, and what came of looking for them.
 *
 * @param key the key that cites them: {@code quote}, {@code passage} or {@code as}
 * @param words the words as cited
 * @param finding whether and where the article has them
 */
record Cited(String key, String words, Finding finding) {

    /** Looks for all words that an entry cites, as {@code check} does. */
    static List<Cited> of(Entry entry, SourceText text) {
        List<Cited> cited = new ArrayList<>();
        for (String key : List.of("quote", "passage", "as")) {
            List<String> words = entry.texts(key).stream().map(Text::text).toList();
            List<Finding> findings = text.findAll(words);
            for (int i = 0; i < words.size(); i++) {
                cited.add(new Cited(key, words.get(i), findings.get(i)));
            }
        }
        return cited;
    }

    boolean isQuote() {
        return key.equals("quote");
    }

    int start() {
        return finding.offsets().get(0);
    }

    int end() {
        return finding.offsets().get(1);
    }
}
