package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.extraction.Extraction;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What names mean before any article is read: by the bundled registry, and by what a corpus defines in its folder
 * {@code entities}. Whoever writes a corpus's files needs it, to write only what will resolve.
 */
public final class KnownNames {

    private static final String ENTITIES = "entities/";

    private final Vocabulary vocabulary;
    private final Definitions definitions;

    private KnownNames(Vocabulary vocabulary, Definitions definitions) {
        this.vocabulary = vocabulary;
        this.definitions = definitions;
    }

    /**
     * Reads what a corpus defines under {@code entities}.
     *
     * @param corpus the folder of the corpus; if there is none yet, the registry's names are known
     * @param without files that are left out, as paths in the corpus
     * @param problems told every mistake
     * @return the names
     */
    public static KnownNames in(Path corpus, Set<String> without, Consumer<Diagnostic> problems) {
        Optional<CorpusFolder> folder = Files.exists(corpus.resolve(CorpusFolder.MANIFEST))
                ? CorpusFolder.open(corpus, problems)
                : Optional.empty();
        Vocabulary vocabulary = folder.filter(found -> !found.vocabularies().isEmpty())
                .map(found -> Vocabulary.read(found.vocabularies(), problems))
                .orElseGet(Vocabulary::bundled);
        Definitions definitions =
                new Definitions(folder.map(CorpusFolder::name).orElse(""), vocabulary, Registry.entries(), problems);
        folder.ifPresent(found -> found.documents().stream()
                .filter(file -> file.startsWith(ENTITIES) && !without.contains(file))
                .forEach(file -> {
                    byte[] content = found.content(file, problems);
                    if (content != null) {
                        YamlFile.read(file, content, problems)
                                .map(root -> Extraction.read(file, root, vocabulary, problems))
                                .ifPresent(read -> definitions.add(CorpusFolder.documentId(file), read));
                    }
                }));
        definitions.settle();
        return new KnownNames(vocabulary, definitions);
    }

    /**
     * The vocabulary of the corpus.
     *
     * @return the bundled vocabulary with the corpus's extensions
     */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * What a name means.
     *
     * @param name a name, alias, code, symbol or id
     * @param key what the name is of, for the message
     * @param kinds the kinds that are meant, as the vocabulary spells them
     * @param problems told if nothing of these kinds has the name, or more than one thing
     * @return what it means
     */
    public Optional<Ref> resolve(String name, String key, Set<String> kinds, Consumer<Diagnostic> problems) {
        return definitions
                .names()
                .resolve(
                        new Text(name, Position.of("")),
                        key,
                        () -> String.join(
                                " or ", kinds.stream().map(Admitted::a).sorted().toList()),
                        ref -> kinds.contains(ref.kind()),
                        Mistakes.to(problems));
    }

    /**
     * Everything that has a name.
     *
     * @param name a name, alias, code, symbol or id
     * @return what has it, of whatever kind
     */
    public List<Ref> all(String name) {
        return definitions.names().all(name, any -> true);
    }

    /**
     * Whether an id is taken.
     *
     * @param id an id
     * @return true if an entity has it
     */
    public boolean has(String id) {
        return definitions.entities().get(id).isPresent();
    }
}
