package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Extraction;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of a corpus: what the first pass keeps, and how the second finds each document's claims again. */
final class Reading {

    /** Files of up to this many bytes together are kept parsed between the passes. */
    private static final long KEPT = 16L << 20;

    /** One file as the first pass leaves it. */
    private record Loaded(String file, String document, String sha256, @Nullable Extraction extraction) {}

    /** One document as it was checked: its article, and what its share depends on beside other documents. */
    private record Checked(
            Loaded loaded,
            @Nullable Header header,
            @Nullable String textSha256,
            String digest,
            Set<String> described) {}

    private final Path directory;
    private final Corpus.Options options;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Consumer<Diagnostic> told = problems::add;

    private Vocabulary vocabulary = Vocabulary.bundled();
    private @Nullable CorpusFolder folder;
    private @Nullable Texts texts;
    private @Nullable Definitions definitions;
    private final List<Loaded> files = new ArrayList<>();
    private final Map<String, Loaded> byFile = new HashMap<>();
    private final Meetings meetings = new Meetings();
    private final Counting counting = new Counting();
    private final Set<String> referred = new TreeSet<>();
    private final List<Document> documents = new ArrayList<>();
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
        definitions = new Definitions(folder.name(), vocabulary, Registry.read(vocabulary), told);
        define(folder, definitions);
        resolve(definitions);
        return folder.withExcerpts(problems);
    }

    /** First pass: what every file defines. */
    private void define(CorpusFolder from, Definitions all) {
        long bytes = 0;
        int done = 0;
        for (String file : from.documents()) {
            options.progress().at("reading", done++, from.documents().size());
            byte[] content = from.content(file, told);
            if (content == null) {
                continue;
            }
            bytes += content.length;
            Optional<Extraction> read = parse(file, content, told);
            if (read.isPresent()) {
                String document = CorpusFolder.documentId(file);
                all.add(document, read.get());
                Loaded loaded = new Loaded(file, document, hash(content), bytes <= KEPT ? read.get() : null);
                files.add(loaded);
                byFile.put(file, loaded);
            }
        }
        options.progress().at("reading", done, done);
        all.settle();
    }

    /** Second pass, once over everything: resolves and checks each document, and keeps what meets. */
    private void resolve(Definitions all) {
        Resolver resolver = all.resolver(told);
        List<Checked> checked = new ArrayList<>(files.size());
        List<Claim> roles = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            options.progress().at("checking", i, files.size());
            checked.add(check(i, resolver, roles));
        }
        options.progress().at("checking", files.size(), files.size());
        Offices.check(roles, all.singleOffices(), told);
        if (problems.stream().anyMatch(Reading::hinders)) {
            return;
        }
        all.registry().stream()
                .filter(claim -> restsOn(claim, resolver.terms()))
                .forEach(claim -> claim.links().values().forEach(refs -> refs.forEach(ref -> referred.add(ref.id()))));
        registry = all.registry().stream()
                .filter(claim -> isReferredTo(claim, resolver.terms()))
                .map(this::ofThisCorpus)
                .toList();
        meetings.note(Meetings.REGISTRY, registry);
        meetings.keep(registry);
        Resolver quiet = all.resolver(problem -> {});
        meetings.documents().stream().sorted().forEach(i -> meetings.keep(claims(files.get(i), quiet)));
        meetings.settle();
        for (int i = 0; i < checked.size(); i++) {
            Checked one = checked.get(i);
            documents.add(new Document(
                    name() + "/" + one.loaded().document(),
                    one.loaded().file(),
                    one.header(),
                    one.textSha256(),
                    hash(one, meetings.documents().contains(i), quiet)));
        }
    }

    private Checked check(int number, Resolver resolver, List<Claim> roles) {
        Loaded loaded = files.get(number);
        Extraction extraction = extraction(loaded);
        Header header = extraction.header().orElse(null);
        Evidence evidence = evidence(extraction, told, true);
        List<Claim> claims = resolver.claims(loaded.document(), header, extraction.entries(), evidence);
        meetings.note(number, claims);
        counting.add(claims);
        Set<String> described = new TreeSet<>();
        for (Claim claim : claims) {
            claim.links().values().forEach(refs -> refs.forEach(ref -> referred.add(ref.id())));
            claim.ballots().forEach(ballot -> referred.add(ballot.voter().id()));
            switch (claim.section()) {
                case "entities" ->
                    claim.subjects().forEach(subject -> {
                        referred.add(subject.id());
                        described.add(subject.id());
                    });
                case "attributes" -> claim.subjects().forEach(subject -> described.add(subject.id()));
                case "roles" -> roles.add(claim);
                default -> {}
            }
        }
        if (header != null) {
            definitions().publisher(header.id()).ifPresent(publisher -> referred.add(publisher.id()));
        }
        return new Checked(
                loaded,
                header,
                evidence.textSha256().orElse(null),
                Canonical.hash(claims.stream().map(Canonical::of).toList()),
                described);
    }

    /** Covers what the share depends on: the document's own claims, and the definitions and claims that meet them. */
    private String hash(Checked checked, boolean meets, Resolver quiet) {
        Set<String> met = new TreeSet<>();
        for (String id : checked.described()) {
            definitions().entities().get(id).ifPresent(entity -> entity.definitions()
                    .forEach(definition -> met.add(definition.claim() + Canonical.of(definition.entry()))));
            meetings.attributes(id).forEach(other -> met.add(Canonical.of(other)));
        }
        if (meets) {
            for (Claim claim : claims(checked.loaded(), quiet)) {
                claim.subjects()
                        .forEach(subject -> meetings.on(claim, subject).forEach(other -> met.add(Canonical.of(other))));
            }
        }
        List<String> all = new ArrayList<>(List.of(
                Canonical.VERSION,
                vocabulary.hash(),
                checked.loaded().file(),
                checked.digest(),
                Objects.requireNonNullElse(checked.textSha256(), "")));
        if (checked.header() != null) {
            all.add(Canonical.of(checked.header()));
            all.add(definitions()
                    .publisher(checked.header().id())
                    .map(Ref::toString)
                    .orElse(""));
        }
        all.addAll(met);
        return Canonical.hash(all);
    }

    private boolean isReferredTo(Claim claim, Set<String> terms) {
        if (claim.section().equals("entities")) {
            return claim.subjects().stream().anyMatch(subject -> referred.contains(subject.id()));
        }
        boolean membership =
                claim.entry().text("tie").map(Text::text).orElse("").equals("member of");
        return membership
                ? restsOn(claim, terms)
                : claim.links().values().stream()
                        .allMatch(refs -> refs.stream().allMatch(ref -> referred.contains(ref.id())));
    }

    /** Whether a claim is a membership by which someone could vote. */
    private static boolean restsOn(Claim claim, Set<String> terms) {
        return claim.section().equals("ties")
                && claim.subjects().stream()
                        .allMatch(subject -> terms.contains(subject.edge().orElse("")));
    }

    private Claim ofThisCorpus(Claim claim) {
        String document = name() + "/" + Registry.DOCUMENT;
        return new Claim(
                document + claim.id().substring(claim.id().indexOf('#')),
                document,
                null,
                claim.entry(),
                claim.subjects(),
                claim.links(),
                claim.ballots(),
                claim.words());
    }

    /** Whether a mistake leaves open what a claim says; words that are missing do not. */
    static boolean hinders(Diagnostic problem) {
        return problem.isError() && problem.problem() != Problem.WORDS_MISSING;
    }

    Optional<SourceText> text(Header header) {
        return Objects.requireNonNull(texts).text(header);
    }

    List<Claim> claims(Document document) {
        Loaded loaded = byFile.get(document.file());
        if (loaded == null) {
            throw new DiplographException("the corpus has no document " + document.id());
        }
        return claims(loaded, definitions().resolver(problem -> {}));
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

    private static String hash(byte[] content) {
        MessageDigest digest = Canonical.sha256();
        digest.update(content);
        return Canonical.hex(digest);
    }

    private Definitions definitions() {
        return Objects.requireNonNull(definitions);
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
        int entities = definitions == null
                ? 0
                : (int) referred.stream()
                        .filter(id -> definitions().entities().get(id).isPresent())
                        .count();
        return counting.summary(folder == null ? 0 : folder.documents().size(), entities);
    }

    List<Document> documents() {
        return List.copyOf(documents);
    }

    Meetings meetings() {
        return meetings;
    }

    Optional<Entity> entity(String id) {
        return definitions == null ? Optional.empty() : definitions.entities().get(id);
    }

    Optional<Ref> publisher(Document document) {
        return document.source().flatMap(header -> definitions().publisher(header.id()));
    }

    List<Claim> registry() {
        return registry;
    }

    EvidenceRecord evidence() {
        return texts == null ? EvidenceRecord.empty() : texts.record();
    }

    Set<String> withoutText() {
        return texts == null ? Set.of() : texts.without();
    }
}
