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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One reading of a corpus: what the first pass keeps, and how the second finds each document's claims again. */
final class Reading {

    /** Files of up to this many bytes together are kept parsed between the passes. */
    private static final long KEPT = 16L << 20;

    /** One file as the first pass leaves it. */
    private record Loaded(String file, String document, String sha256, @Nullable Extraction extraction) {}

    /** One document as it was checked: its article, and what its share depends on beside other documents. */
    private record Checked(Loaded loaded, @Nullable Header header, String digest, Set<String> described) {}

    /** One file as it was parsed, with its mistakes. */
    private record Parsed(
            String file, int size, String sha256, @Nullable Extraction extraction, List<Diagnostic> problems) {}

    /** What checking one document found. */
    private record Outcome(
            int number,
            Checked checked,
            List<Claim> claims,
            Set<String> referred,
            Set<String> terms,
            Optional<String> textSha256,
            List<Diagnostic> problems) {}

    private final Path directory;
    private final Corpus.Options options;
    /** Texts are read when a document is checked, on whichever thread. */
    private final List<Diagnostic> problems = Collections.synchronizedList(new ArrayList<>());

    private final Consumer<Diagnostic> told = problems::add;

    private Vocabulary vocabulary = Vocabulary.bundled();
    private @Nullable CorpusFolder folder;
    private @Nullable Texts texts;
    private @Nullable Definitions definitions;
    private final List<Loaded> files = new ArrayList<>();
    private final Map<String, Loaded> byFile = new HashMap<>();
    private final Meetings meetings = new Meetings();
    private final Counting counting = new Counting();
    private final Set<String> referred = new HashSet<>();
    private final Map<String, String> defined = new HashMap<>();
    /** By article: of its documents, one may have words that were recorded, and another only new ones. */
    private final Map<String, String> textHashes = new HashMap<>();

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
        definitions = new Definitions(folder.name(), vocabulary, Registry.entries(), told);
        define(folder, definitions);
        resolve(definitions);
        return Diagnostic.withExcerpts(problems, folder::lines);
    }

    /** First pass: what every file defines. */
    private void define(CorpusFolder from, Definitions all) {
        int number = from.documents().size();
        long[] bytes = {0};
        int[] done = {0};
        Together.each(from.documents(), file -> parse(from, file), parsed -> {
            options.progress().at("reading", done[0]++, number);
            problems.addAll(parsed.problems());
            if (parsed.extraction() == null) {
                return;
            }
            bytes[0] += parsed.size();
            String document = CorpusFolder.documentId(parsed.file());
            all.add(document, parsed.extraction());
            Loaded loaded =
                    new Loaded(parsed.file(), document, parsed.sha256(), bytes[0] <= KEPT ? parsed.extraction() : null);
            files.add(loaded);
            byFile.put(parsed.file(), loaded);
        });
        options.progress().at("reading", number, number);
        all.settle();
    }

    private Parsed parse(CorpusFolder from, String file) {
        List<Diagnostic> found = new ArrayList<>();
        byte[] content = from.content(file, found::add);
        if (content == null) {
            return new Parsed(file, 0, "", null, found);
        }
        Optional<Extraction> extraction = parse(file, content, found::add);
        return new Parsed(file, content.length, hash(content), extraction.orElse(null), found);
    }

    /** Second pass, once over everything: resolves and checks each document, and keeps what meets. */
    private void resolve(Definitions all) {
        int number = files.size();
        List<Checked> checked = new ArrayList<>(number);
        List<Claim> roles = new ArrayList<>();
        Set<String> terms = new HashSet<>();
        Together.each(IntStream.range(0, number).boxed().toList(), i -> check(i, all), outcome -> {
            options.progress().at("checking", checked.size(), number);
            checked.add(outcome.checked());
            Header header = outcome.checked().header();
            if (header != null) {
                outcome.textSha256().ifPresent(sha256 -> textHashes.putIfAbsent(header.id(), sha256));
            }
            problems.addAll(outcome.problems());
            referred.addAll(outcome.referred());
            terms.addAll(outcome.terms());
            meetings.note(outcome.number(), outcome.claims());
            counting.add(outcome.claims());
            outcome.claims().stream()
                    .filter(claim -> claim.section().equals("roles"))
                    .forEach(roles::add);
        });
        options.progress().at("checking", number, number);
        Offices.check(roles, all.singleOffices(), told);
        if (problems.stream().anyMatch(Reading::hinders)) {
            return;
        }
        all.registry().stream()
                .filter(claim -> restsOn(claim, terms))
                .forEach(claim -> claim.links().values().forEach(refs -> refs.forEach(ref -> referred.add(ref.id()))));
        all.registry().stream()
                .filter(claim -> claim.section().equals("entities") && isReferredTo(claim, terms))
                .forEach(claim -> claim.links("members of").forEach(ref -> referred.add(ref.id())));
        registry = all.registry().stream()
                .filter(claim -> isReferredTo(claim, terms))
                .map(this::ofThisCorpus)
                .toList();
        meetings.note(Meetings.REGISTRY, registry);
        meetings.keep(Meetings.REGISTRY, registry);
        Together.each(
                meetings.documents().stream().sorted().toList(),
                i -> Map.entry(i, claims(files.get(i), all.resolver(Mistakes.UNHEARD))),
                found -> meetings.keep(found.getKey(), found.getValue()));
        meetings.settle();
        for (int i = 0; i < checked.size(); i++) {
            Checked one = checked.get(i);
            documents.add(new Document(
                    name() + "/" + one.loaded().document(),
                    one.loaded().file(),
                    one.header(),
                    textSha256(one.header()),
                    hash(one, meetings.met(i))));
        }
    }

    private Outcome check(int number, Definitions all) {
        List<Diagnostic> found = new ArrayList<>();
        Resolver resolver = all.resolver(Mistakes.to(found::add));
        Loaded loaded = files.get(number);
        Extraction extraction = extraction(loaded);
        Header header = extraction.header().orElse(null);
        Evidence evidence = evidence(extraction, found::add, true);
        List<Claim> claims = resolver.claims(loaded.document(), header, extraction.entries(), evidence);
        Set<String> refers = new HashSet<>();
        Set<String> described = new TreeSet<>();
        MessageDigest digest = Canonical.sha256();
        for (Claim claim : claims) {
            claim.links().values().forEach(refs -> refs.forEach(ref -> refers.add(ref.id())));
            claim.ballots().forEach(ballot -> refers.add(ballot.voter().id()));
            switch (claim.section()) {
                case "entities" ->
                    claim.subjects().forEach(subject -> {
                        refers.add(subject.id());
                        described.add(subject.id());
                    });
                case "attributes" -> claim.subjects().forEach(subject -> described.add(subject.id()));
                default -> {}
            }
            Canonical.update(digest, Canonical.of(claim));
        }
        if (header != null) {
            all.publisher(header.id()).ifPresent(publisher -> refers.add(publisher.id()));
        }
        Checked checked = new Checked(loaded, header, Canonical.hex(digest), described);
        return new Outcome(number, checked, claims, refers, resolver.terms(), evidence.textSha256(), found);
    }

    /** Covers what the share depends on: the document's own claims, and the definitions and claims that meet them. */
    private String hash(Checked checked, List<String> met) {
        List<String> all = new ArrayList<>(List.of(
                Canonical.VERSION,
                vocabulary.hash(),
                checked.loaded().file(),
                checked.digest(),
                Objects.requireNonNullElse(textSha256(checked.header()), "")));
        if (checked.header() != null) {
            all.add(Canonical.of(checked.header()));
            all.add(definitions()
                    .publisher(checked.header().id())
                    .map(Canonical::of)
                    .orElse(""));
        }
        for (String id : checked.described()) {
            all.add(defined.computeIfAbsent(id, this::definitionsOf));
            all.add(meetings.metAttributes(id));
        }
        all.addAll(met);
        return Canonical.hash(all);
    }

    private @Nullable String textSha256(@Nullable Header header) {
        return header == null ? null : textHashes.get(header.id());
    }

    private String definitionsOf(String id) {
        return Canonical.hash(definitions().entities().get(id).stream()
                .flatMap(entity -> entity.definitions().stream())
                .map(Canonical::of)
                .sorted()
                .toList());
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
        return claims(loaded, definitions().resolver(Mistakes.UNHEARD));
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
