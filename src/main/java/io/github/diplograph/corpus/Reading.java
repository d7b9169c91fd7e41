package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Extraction;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of a corpus: what the first pass keeps, and how the second finds each document's claims again. */
final class Reading {

    /** Files of up to this many bytes together are kept parsed between the passes. */
    private static final long KEPT = 16L << 20;

    /** One file as the first pass leaves it. */
    private record Loaded(String file, String document, String sha256, @Nullable Extraction extraction) {}

    private final Path directory;
    private final Corpus.Options options;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Consumer<Diagnostic> told = problems::add;

    private Vocabulary vocabulary = Vocabulary.bundled();
    private @Nullable CorpusFolder folder;
    private final List<Loaded> files = new ArrayList<>();
    private final Entities entities = new Entities();
    private final Occurrences occurrences = new Occurrences();
    private final Names names = new Names();
    private final Memberships memberships = new Memberships();
    private final Map<String, String> offices = new HashMap<>();
    private final Set<String> articles = new TreeSet<>();
    private final Map<String, Ref> publishers = new HashMap<>();
    private final Meetings meetings = new Meetings();
    private final List<Document> documents = new ArrayList<>();
    private final Counting counting = new Counting();
    private @Nullable Texts texts;
    private List<Claim> registryClaims = List.of();
    private List<Claim> registry = List.of();

    Reading(Path directory, Corpus.Options options) {
        this.directory = directory;
        this.options = options;
    }

    List<Diagnostic> read() {
        Optional<CorpusFolder> opened = CorpusFolder.open(directory, told);
        if (opened.isEmpty()) {
            return List.copyOf(problems);
        }
        folder = opened.get();
        Map<String, byte[]> extensions = new LinkedHashMap<>(folder.vocabularies());
        extensions.putAll(options.vocabularies());
        vocabulary = extensions.isEmpty() ? Vocabulary.bundled() : Vocabulary.read(extensions, told);
        texts = new Texts(folder, options.texts(), told);
        define(folder);
        resolve(folder);
        return folder.withExcerpts(problems);
    }

    /** First pass: what every file defines. */
    private void define(CorpusFolder from) {
        List<Entry> bundled = Registry.read(vocabulary);
        bundled.forEach(entry -> defineEntity(entry, Registry.DOCUMENT, Registry.DOCUMENT));
        List<Entry> ties = new ArrayList<>();
        Map<String, Position> ids = new HashMap<>();
        Map<String, Header> headers = new TreeMap<>();
        long bytes = 0;
        int done = 0;
        for (String file : from.documents()) {
            options.progress().at("reading", done++, from.documents().size());
            byte[] content = from.content(file, told);
            String document = CorpusFolder.documentId(file);
            if (content == null) {
                continue;
            }
            bytes += content.length;
            Optional<Extraction> read = parse(file, content, told);
            if (read.isEmpty()) {
                continue;
            }
            Extraction extraction = read.get();
            checkDocument(file, document, ids);
            extraction.header().ifPresent(header -> {
                articles.add(header.id());
                Header before = headers.putIfAbsent(header.id(), header);
                if (before != null && !Canonical.of(before).equals(Canonical.of(header))) {
                    told.accept(Diagnostic.of(
                            header.position(),
                            Problem.DEFINITIONS_DIFFER,
                            "the article \"" + header.id() + "\" is described differently at " + before.position(),
                            "give the same title, publisher, dates and address in both"));
                }
            });
            for (Entry entry : extraction.entries()) {
                defineEntity(entry, from.name() + "/" + document, document);
                occurrences.declare(entry, told);
                if (extraction.header().isEmpty() && entry.kind().section().equals("ties")) {
                    ties.add(entry);
                }
            }
            files.add(new Loaded(file, document, hash(content), bytes <= KEPT ? extraction : null));
        }
        entities.unite(told);
        entities.nameIn(names);
        occurrences.nameIn(names, entities, articles, told);
        for (Entity entity : entities.all()) {
            if (entity.kind().equals("office")) {
                of(entity, "of").ifPresent(ref -> offices.put(entity.id(), ref.id()));
            }
            if (entity.kind().equals("organisation")) {
                of(entity, "members of").ifPresent(ref -> memberships.sameMembers(entity.id(), ref.id()));
            }
        }
        headers.values().forEach(this::publisher);
        Resolver resolver = resolver(problem -> {});
        registryClaims = resolver.claims(Registry.DOCUMENT, null, bundled, Evidence.NONE);
        registryClaims.forEach(this::defineMembership);
        resolver.claims(Registry.DOCUMENT, null, ties, Evidence.NONE).forEach(this::defineMembership);
        NearDuplicates.warn(entities, told);
    }

    private void publisher(Header header) {
        if (header.publisher() != null) {
            names.resolve(
                            new Text(header.publisher(), header.position()),
                            "publisher",
                            "an organisation",
                            ref -> ref.kind().equals("organisation"),
                            told)
                    .ifPresent(ref -> publishers.put(header.id(), ref));
        }
    }

    private void checkDocument(String file, String document, Map<String, Position> ids) {
        Position before = ids.putIfAbsent(document, Position.of(file));
        if (before != null || document.equals(Registry.DOCUMENT)) {
            told.accept(Diagnostic.of(
                    Position.of(file),
                    Problem.DUPLICATE_ID,
                    before == null
                            ? "\"" + document + "\" is the name of the bundled registry"
                            : "\"" + document + "\" is also the id of " + before.file(),
                    "rename the file"));
        }
    }

    private void defineEntity(Entry entry, String owner, String document) {
        EntryKind kind = entry.kind();
        if (kind.section().equals("entities")) {
            String id = entry.text("id").map(text -> text.text()).orElse("");
            entities.add(new Entity.Definition(owner + "#" + id, document, entry));
        }
    }

    private Optional<Ref> of(Entity entity, String key) {
        return entity.definitions().stream()
                .flatMap(definition -> definition.entry().texts(key).stream())
                .flatMap(text -> names.all(text.text(), ref -> !Admitted.occurrence(ref)).stream())
                .findFirst();
    }

    private void defineMembership(Claim claim) {
        if (claim.section().equals("ties")
                && claim.entry().text("tie").map(text -> text.text()).orElse("").equals("member of")) {
            boolean observer = claim.entry()
                    .text("kind")
                    .map(text -> text.text())
                    .orElse("")
                    .equals("observer");
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
                                claim.entry().date("from").orElse(null),
                                claim.entry().date("until").orElse(null),
                                observer));
            }
        }
    }

    /** Second pass, once over everything: resolves and checks each document, and keeps what meets. */
    private void resolve(CorpusFolder from) {
        Resolver resolver = resolver(told);
        Set<String> referred = new TreeSet<>();
        List<Claim> roles = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        List<@Nullable String> hashes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            options.progress().at("checking", i, files.size());
            Loaded loaded = files.get(i);
            Extraction extraction = extraction(loaded);
            Evidence evidence = evidence(extraction, told, true);
            List<Claim> claims = resolver.claims(
                    loaded.document(), extraction.header().orElse(null), extraction.entries(), evidence);
            hashes.add(evidence.textSha256().orElse(null));
            meetings.note(i, claims);
            counting.add(claims);
            for (Claim claim : claims) {
                claim.links().values().forEach(refs -> refs.forEach(ref -> referred.add(ref.id())));
                claim.ballots().forEach(ballot -> referred.add(ballot.voter().id()));
                if (claim.section().equals("entities")) {
                    claim.subjects().forEach(subject -> referred.add(subject.id()));
                }
                if (claim.section().equals("roles")) {
                    roles.add(claim);
                }
            }
            digests.add(Canonical.hash(claims.stream().map(Canonical::of).toList()));
        }
        Offices.check(roles, single(), told);
        options.progress().at("checking", files.size(), files.size());
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            counting.entities = referred.size();
            return;
        }
        Resolver quiet = resolver(problem -> {});
        meetings.documents().stream().sorted().forEach(i -> meetings.keep(claims(files.get(i), quiet)));
        meetings.settle();
        registry = registryClaims.stream()
                .filter(claim -> referredTo(claim, referred, resolver.terms()))
                .map(claim -> ofThisCorpus(claim, from))
                .toList();
        counting.entities = (int)
                referred.stream().filter(id -> entities.get(id).isPresent()).count();
        for (int i = 0; i < files.size(); i++) {
            Loaded loaded = files.get(i);
            Extraction extraction = extraction(loaded);
            documents.add(new Document(
                    from.name() + "/" + loaded.document(),
                    loaded.file(),
                    extraction.header().orElse(null),
                    hashes.get(i),
                    hash(loaded, digests.get(i), quiet)));
        }
    }

    private Set<String> single() {
        Set<String> single = new TreeSet<>();
        for (Entity entity : entities.all()) {
            if (entity.definitions().stream()
                    .anyMatch(definition -> definition.entry().flag("single"))) {
                single.add(entity.id());
            }
        }
        return single;
    }

    private static boolean referredTo(Claim claim, Set<String> referred, Set<String> terms) {
        return switch (claim.section()) {
            case "entities" -> claim.subjects().stream().anyMatch(subject -> referred.contains(subject.id()));
            default -> {
                boolean voted = claim.subjects().stream()
                        .allMatch(subject -> terms.contains(subject.edge().orElse("")));
                boolean membership = claim.entry()
                        .text("tie")
                        .map(text -> text.text())
                        .orElse("")
                        .equals("member of");
                yield voted
                        || !membership
                                && claim.links().values().stream()
                                        .allMatch(refs -> refs.stream().allMatch(ref -> referred.contains(ref.id())));
            }
        };
    }

    private static Claim ofThisCorpus(Claim claim, CorpusFolder from) {
        String entry = claim.id().substring(claim.id().indexOf('#'));
        String document = from.name() + "/" + Registry.DOCUMENT;
        return new Claim(
                document + entry,
                document,
                null,
                claim.entry(),
                claim.subjects(),
                claim.links(),
                claim.ballots(),
                claim.words());
    }

    /** Covers what the share depends on: the document's own claims, and the definitions and claims that meet them. */
    private String hash(Loaded loaded, String digest, Resolver quiet) {
        Set<String> met = new TreeSet<>();
        for (Claim claim : claims(loaded, quiet)) {
            for (Subject subject : claim.subjects()) {
                meetings.on(claim, subject).forEach(other -> met.add(Canonical.of(other)));
                entities.get(subject.id()).ifPresent(entity -> entity.definitions()
                        .forEach(definition -> met.add(definition.claim() + Canonical.of(definition.entry()))));
                meetings.attributes(subject.id()).forEach(other -> met.add(Canonical.of(other)));
            }
        }
        List<String> all = new ArrayList<>(List.of(Canonical.VERSION, vocabulary.hash(), loaded.file(), digest));
        all.addAll(met);
        return Canonical.hash(all);
    }

    List<Claim> claims(Document document) {
        for (Loaded loaded : files) {
            if (loaded.file().equals(document.file())) {
                return claims(loaded, resolver(problem -> {}));
            }
        }
        throw new DiplographException("the corpus has no document " + document.id());
    }

    private List<Claim> claims(Loaded loaded, Resolver resolver) {
        Extraction extraction = extraction(loaded);
        return resolver.claims(
                loaded.document(),
                extraction.header().orElse(null),
                extraction.entries(),
                evidence(extraction, problem -> {}, false));
    }

    private Evidence evidence(Extraction extraction, Consumer<Diagnostic> problems, boolean record) {
        return Objects.requireNonNull(texts).evidence(extraction.header(), problems, record);
    }

    private Extraction extraction(Loaded loaded) {
        if (loaded.extraction() != null) {
            return loaded.extraction();
        }
        byte[] content = Objects.requireNonNull(folder).content(loaded.file(), problem -> {});
        if (content == null || !hash(content).equals(loaded.sha256())) {
            throw new DiplographException(
                    loaded.file() + " has changed since the corpus was read; run the command again");
        }
        return parse(loaded.file(), content, problem -> {}).orElseThrow();
    }

    private Optional<Extraction> parse(String file, byte[] content, Consumer<Diagnostic> problems) {
        return YamlFile.read(file, content, problems).map(root -> Extraction.read(file, root, vocabulary, problems));
    }

    private Resolver resolver(Consumer<Diagnostic> problems) {
        String corpus = folder == null ? "" : folder.name();
        return new Resolver(corpus, names, entities, occurrences, offices, memberships, problems);
    }

    private static String hash(byte[] content) {
        java.security.MessageDigest digest = Canonical.sha256();
        digest.update(content);
        return Canonical.hex(digest);
    }

    String name() {
        return folder == null ? "" : folder.name();
    }

    String title() {
        return folder == null || folder.title().isEmpty() ? name() : folder.title();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Summary summary() {
        return new Summary(
                folder == null ? 0 : folder.documents().size(),
                counting.entities,
                counting.entries,
                counting.evidence,
                counting.silent);
    }

    List<Document> documents() {
        return List.copyOf(documents);
    }

    Meetings meetings() {
        return meetings;
    }

    Optional<Ref> publisher(Document document) {
        return document.source().map(Header::id).map(publishers::get);
    }

    Entities entities() {
        return entities;
    }

    List<Claim> registry() {
        return registry;
    }

    EvidenceRecord evidence() {
        return Objects.requireNonNull(texts).record();
    }

    Set<String> withoutText() {
        return texts == null ? Set.of() : texts.without();
    }

    /** Counts claims as they pass by. */
    private static final class Counting {
        private final Map<String, Integer> entries = new TreeMap<>();
        private final Map<Check, Integer> evidence = new EnumMap<>(Check.class);
        private int silent;
        private int entities;

        private void add(List<Claim> claims) {
            for (Claim claim : claims) {
                entries.merge(claim.section(), 1, Integer::sum);
                claim.words().check().ifPresent(check -> evidence.merge(check, 1, Integer::sum));
                if (claim.words().check().isEmpty()
                        && claim.source() != null
                        && !claim.source().dataset()
                        && !claim.section().equals("entities")) {
                    silent++;
                }
            }
        }
    }
}
