package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Extraction;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the first pass keeps: all that any file and the registry define, so that afterwards every name means something.
 */
final class Definitions {

    private final String corpus;
    private final Vocabulary vocabulary;
    private final Consumer<Diagnostic> problems;
    private final Entities entities = new Entities();
    private final Occurrences occurrences = new Occurrences();
    private final Names names = new Names();
    private final Memberships memberships = new Memberships();
    private final Map<String, String> offices = new HashMap<>();
    private final Map<String, Ref> publishers = new HashMap<>();
    private final Map<String, Header> headers = new TreeMap<>();
    private final Map<String, Position> documents = new HashMap<>();
    private final List<Entry> bundled;
    private final List<Entry> ties = new ArrayList<>();
    private List<Claim> registry = List.of();

    Definitions(String corpus, Vocabulary vocabulary, List<Entry> bundled, Consumer<Diagnostic> problems) {
        this.corpus = corpus;
        this.vocabulary = vocabulary;
        this.bundled = List.copyOf(bundled);
        this.problems = problems;
        bundled.forEach(entry -> entity(entry, Registry.DOCUMENT, Registry.DOCUMENT));
    }

    /** Takes what one file defines. */
    void add(String document, Extraction extraction) {
        document(extraction.file(), document);
        extraction.header().ifPresent(this::header);
        names.addUntyped(extraction.untyped());
        for (Entry entry : extraction.entries()) {
            entity(entry, corpus + "/" + document, document);
            occurrences.declare(entry, problems);
            if (extraction.header().isEmpty() && entry.kind().section().equals("ties")) {
                ties.add(entry);
            }
        }
    }

    /** Unites what all files define; from now on names resolve. */
    void settle() {
        entities.unite(problems);
        entities.nameIn(names, problems);
        occurrences.nameIn(names, this::taken, problems);
        names.settle();
        for (Entity entity : entities.all()) {
            if (entity.kind().equals("office")) {
                of(entity, "of").ifPresent(ref -> offices.put(entity.id(), ref.id()));
            }
            if (entity.kind().equals("organisation")) {
                of(entity, "members of").ifPresent(ref -> memberships.sameMembers(entity.id(), ref.id()));
            }
        }
        Mistakes mistakes = Mistakes.to(problems);
        headers.values().forEach(header -> publisher(header, mistakes));
        headers.values().forEach(this::article);
        Resolver quiet = resolver(Mistakes.UNHEARD);
        registry = quiet.claims(Registry.DOCUMENT, null, bundled, Evidence.NONE);
        registry.forEach(this::membership);
        quiet.claims(Registry.DOCUMENT, null, ties, Evidence.NONE).forEach(this::membership);
        NearDuplicates.warn(entities, problems);
    }

    /** Resolves entries by these definitions, once they are settled. */
    Resolver resolver(Mistakes told) {
        return new Resolver(corpus, vocabulary, names, entities, occurrences, offices, memberships, told);
    }

    Entities entities() {
        return entities;
    }

    Names names() {
        return names;
    }

    /** The claims of the whole registry, referred to or not. */
    List<Claim> registry() {
        return registry;
    }

    Optional<Ref> publisher(String article) {
        return Optional.ofNullable(publishers.get(article));
    }

    /** The offices that one person holds at a time. */
    Set<String> singleOffices() {
        Set<String> single = new TreeSet<>();
        for (Entity entity : entities.all()) {
            if (entity.definitions().stream()
                    .anyMatch(definition -> definition.entry().flag("single"))) {
                single.add(entity.id());
            }
        }
        return single;
    }

    /** Documents, articles and occurrences share one range of ids in the graph. */
    private void article(Header header) {
        file(header.id())
                .ifPresent(file -> problems.accept(Diagnostic.of(
                        header.position(),
                        Problem.DUPLICATE_ID,
                        "\"" + header.id() + "\" is an article here and the id of " + file,
                        "rename the file, or move it into a folder such as `extractions`")));
    }

    private Optional<String> taken(String id) {
        if (entities.get(id).isPresent()) {
            return Optional.of("an entity");
        }
        return headers.containsKey(id) ? Optional.of("an article") : file(id);
    }

    private Optional<String> file(String id) {
        Position file = documents.get(id);
        return id.equals(Registry.DOCUMENT)
                ? Optional.of("the bundled registry")
                : Optional.ofNullable(file).map(position -> "the file \"" + position.file() + "\"");
    }

    private void document(String file, String document) {
        Position before = documents.putIfAbsent(document, Position.of(file));
        if (before != null || document.equals(Registry.DOCUMENT)) {
            problems.accept(Diagnostic.of(
                    Position.of(file),
                    Problem.DUPLICATE_ID,
                    before == null
                            ? "\"" + file + "\" has the name of the bundled registry"
                            : "\"" + file + "\" differs from \"" + before.file() + "\" only in the ending",
                    "rename the file: its path without the ending is its id"));
        }
    }

    private void header(Header header) {
        Header before = headers.putIfAbsent(header.id(), header);
        if (before != null && !Canonical.of(before).equals(Canonical.of(header))) {
            problems.accept(Diagnostic.of(
                    header.position(),
                    Problem.DEFINITIONS_DIFFER,
                    "the article \"" + header.id() + "\" is described differently at " + before.position(),
                    "give the same title, publisher, dates, address, text and language in both"));
        }
    }

    private void publisher(Header header, Mistakes mistakes) {
        if (header.publisher() != null) {
            names.resolve(
                            header.publisher(),
                            "publisher",
                            () -> "an organisation",
                            ref -> ref.kind().equals("organisation"),
                            mistakes)
                    .ifPresent(ref -> publishers.put(header.id(), ref));
        }
    }

    private void entity(Entry entry, String owner, String document) {
        if (entry.kind().section().equals("entities")) {
            String id = entry.text("id").map(Text::text).orElse("");
            entities.add(new Entity.Definition(owner + "#" + id, document, entry));
        }
    }

    private Optional<Ref> of(Entity entity, String key) {
        return entity.definitions().stream()
                .flatMap(definition -> definition.entry().texts(key).stream())
                .flatMap(text -> names.all(text.text(), ref -> !Admitted.occurrence(ref)).stream())
                .findFirst();
    }

    private void membership(Claim claim) {
        if (!claim.section().equals("ties") || !word(claim, "tie").equals("member of")) {
            return;
        }
        for (Subject subject : claim.subjects()) {
            Ref member = claim.links("subject").stream()
                    .filter(ref -> ref.id().equals(subject.id()))
                    .findFirst()
                    .orElseThrow();
            memberships.add(
                    claim.links("object").get(0).id(),
                    new Memberships.Term(
                            subject.edge().orElseThrow(),
                            member,
                            claim.entry().date("from").flatMap(Edtf::earliest).orElse(null),
                            claim.entry().date("until").flatMap(Edtf::latest).orElse(null),
                            word(claim, "kind").equals("observer")));
        }
    }

    private static String word(Claim claim, String key) {
        return claim.entry().text(key).map(Text::text).orElse("");
    }
}
