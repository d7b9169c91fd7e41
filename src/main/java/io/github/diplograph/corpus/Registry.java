package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Extraction;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The states, bodies, memberships and topics that Diplograph brings along, in the form of a corpus's own files. */
final class Registry {

    /** The document that bundled entries belong to. */
    static final String DOCUMENT = "registry";

    private static final List<String> FILES =
            List.of("states.yaml", "organisations.yaml", "memberships.yaml", "places.yaml", "topics.yaml");

    private Registry() {}

    /** All bundled entries, which no extension of the vocabulary changes. */
    static List<Entry> entries() {
        return Bundled.ENTRIES;
    }

    private static List<Entry> read() {
        Vocabulary vocabulary = Vocabulary.bundled();
        List<Entry> entries = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream stream = Registry.class.getResourceAsStream("registry/" + file)) {
                if (stream == null) {
                    throw new DiplographException("the bundled registry lacks " + file + "; build Diplograph again");
                }
                YamlFile.read(DOCUMENT + "/" + file, stream.readAllBytes(), problems::add)
                        .map(root -> Extraction.read(DOCUMENT + "/" + file, root, vocabulary, problems::add))
                        .ifPresent(extraction -> entries.addAll(extraction.entries()));
            } catch (IOException failure) {
                throw new DiplographException("the bundled registry's " + file + " cannot be read", failure);
            }
        }
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new DiplographException("the bundled registry does not fit the vocabulary: " + problems.get(0)
                    + "; build Diplograph again");
        }
        return List.copyOf(entries);
    }

    private static final class Bundled {
        static final List<Entry> ENTRIES = read();
    }
}
