package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Document;
import io.github.diplograph.corpus.Entity;
import io.github.diplograph.corpus.Subject;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the claims of a corpus add up to, one document at a time: no value holds all edges.
 *
 * <p>Pure: the same files yield the same shares in the same order.
 */
public final class Graph {

    private static final String REGISTRY = "registry";

    private final String corpus;
    private final Schema schema;
    private final List<Part> parts;
    private final Function<Part, Share> shares;
    private final Predicate<String> meet;
    private final Function<String, Map<String, Object>> bundled;

    /**
     * A graph from its pieces, for tests of what loads graphs.
     *
     * @param corpus the name of the corpus
     * @param schema labels, types and indexes
     * @param parts the registry's part first, then the documents by id
     * @param shares finds a part's share
     */
    public Graph(String corpus, Schema schema, List<Part> parts, Function<Part, Share> shares) {
        this(corpus, schema, parts, shares, id -> true, id -> Map.of());
    }

    private Graph(
            String corpus,
            Schema schema,
            List<Part> parts,
            Function<Part, Share> shares,
            Predicate<String> meet,
            Function<String, Map<String, Object>> bundled) {
        this.bundled = bundled;
        this.corpus = Objects.requireNonNull(corpus, "corpus");
        this.schema = Objects.requireNonNull(schema, "schema");
        this.parts = List.copyOf(parts);
        this.shares = Objects.requireNonNull(shares, "shares");
        this.meet = meet;
    }

    /**
     * The graph of a corpus.
     *
     * @param corpus a valid corpus
     * @return its graph
     * @throws io.github.diplograph.diagnostic.DiplographException if the corpus has errors
     */
    public static Graph of(Corpus corpus) {
        Share registry = registry(corpus);
        List<Part> parts = new ArrayList<>();
        parts.add(registry.part());
        Map<String, Document> documents = new HashMap<>();
        for (Document document : corpus.documents()) {
            documents.put(document.id(), document);
            parts.add(new Part(document.id(), document.file(), document.hash()));
        }
        return new Graph(
                corpus.name(),
                Schema.of(corpus.vocabulary()),
                parts,
                part -> part.file().isEmpty()
                        ? registry
                        : document(corpus, Objects.requireNonNull(documents.get(part.id()), part.id()), part),
                corpus::meet,
                id -> corpus.entity(id).map(Descriptions::bundled).orElse(Map.of()));
    }

    /**
     * What the bundled registry says of an entity, whether or not this corpus speaks of it: another corpus may rest on
     * it.
     *
     * @param id the id of an entity
     * @return its properties, empty if it is not bundled
     */
    public Map<String, Object> bundled(String id) {
        return bundled.apply(id);
    }

    /**
     * The name of the corpus, the first part of every id but those of entities.
     *
     * @return the name
     */
    public String corpus() {
        return corpus;
    }

    /**
     * Labels, relationship types and indexes that the graph needs.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * The registry's part first, then the documents by id.
     *
     * @return all parts
     */
    public List<Part> parts() {
        return parts;
    }

    /**
     * One document's share, computed when asked.
     *
     * @param part one of {@link #parts()}
     * @return its share
     */
    public Share share(Part part) {
        return shares.apply(part);
    }

    /**
     * Whether the shares of several documents may hold a node, each with its own sources: entities, articles, and
     * occurrences of which several entries speak.
     *
     * @param node a node of one share
     * @return false if no other share holds it
     */
    public boolean isShared(Node node) {
        return switch (node.label()) {
            case "Claim", "Document" -> false;
            case "Article" -> true;
            default -> isShared(node.id());
        };
    }

    /**
     * Whether the shares of several documents may hold an edge, each with its own sources: those owned by nodes that
     * they share.
     *
     * @param edge an edge of one share
     * @return false if no other share holds it
     */
    public boolean isShared(Edge edge) {
        return switch (edge.type()) {
            case "ASSERTS", "WRITTEN_IN", "MADE_IN", "ACCORDING_TO" -> false;
            case "PUBLISHED_BY" -> true;
            default -> isShared(edge.owner());
        };
    }

    /** Entities are everybody's; an occurrence is its document's alone if one entry alone speaks of it. */
    private boolean isShared(String id) {
        return !id.startsWith(corpus + "/") || meet.test(id.substring(corpus.length() + 1));
    }

    private static Share document(Corpus corpus, Document document, Part part) {
        Vocabulary vocabulary = corpus.vocabulary();
        Drawing drawing = new Drawing(corpus.name(), document.id(), vocabulary);
        Provenance provenance = new Provenance(drawing, new Attributes(vocabulary));
        provenance.document(corpus.name(), part);
        provenance.article(document, corpus.publisher(document));
        Descriptions descriptions = new Descriptions(corpus, drawing);
        Connections connections = new Connections(drawing, vocabulary);
        Map<String, List<Claim>> described = new LinkedHashMap<>();
        Map<String, Runnable> occurrences = new LinkedHashMap<>();
        List<Claim> claims = corpus.claims(document);
        for (Claim claim : claims) {
            provenance.claim(claim);
            for (Subject subject : claim.subjects()) {
                List<Claim> on = corpus.on(claim, subject);
                switch (claim.section()) {
                    case "entities", "attributes" -> {
                        if (corpus.entity(subject.id()).isPresent()) {
                            described
                                    .computeIfAbsent(subject.id(), id -> new ArrayList<>())
                                    .add(claim);
                        } else {
                            occurrence(corpus, drawing, subject, on, occurrences);
                        }
                    }
                    case "roles", "ties" -> connections.draw(claim, subject, on);
                    default -> occurrence(corpus, drawing, subject, on, occurrences);
                }
            }
        }
        described.forEach((id, all) -> {
            Entity entity = corpus.entity(id).orElseThrow();
            descriptions.entity(entity, all);
            all.stream()
                    .filter(claim -> claim.section().equals("entities"))
                    .forEach(claim -> descriptions.links(claim, entity));
        });
        occurrences.values().forEach(Runnable::run);
        for (Claim claim : claims) {
            for (Subject subject : claim.subjects()) {
                String called = corpus.entity(subject.id()).map(Entity::name).orElse("");
                provenance.asserts(claim, subject, subjectId(corpus, drawing, claim, subject), called);
            }
        }
        return drawing.share(part);
    }

    private static void occurrence(
            Corpus corpus, Drawing drawing, Subject subject, List<Claim> on, Map<String, Runnable> occurrences) {
        if (!occurrences.containsKey(subject.id())) {
            occurrences.put(subject.id(), () -> new OccurrenceDrawing(corpus, drawing, subject, on).draw(on));
        }
    }

    private static String subjectId(Corpus corpus, Drawing drawing, Claim claim, Subject subject) {
        boolean entity =
                switch (claim.section()) {
                    case "entities", "roles", "ties" -> true;
                    case "attributes" -> corpus.entity(subject.id()).isPresent();
                    default -> false;
                };
        return entity ? subject.id() : drawing.within(subject.id());
    }

    /** The bundled entities and memberships that the corpus refers to; they rest on the registry, not on claims. */
    private static Share registry(Corpus corpus) {
        String id = corpus.name() + "/" + REGISTRY;
        Drawing drawing = new Drawing(corpus.name(), id, corpus.vocabulary());
        Descriptions descriptions = new Descriptions(corpus, drawing);
        Connections connections = new Connections(drawing, corpus.vocabulary());
        for (Claim claim : corpus.registry()) {
            for (Subject subject : claim.subjects()) {
                if (claim.section().equals("entities")) {
                    Entity entity = corpus.entity(subject.id()).orElseThrow();
                    descriptions.entity(entity, List.of(claim));
                    descriptions.links(claim, entity);
                } else {
                    connections.draw(claim, subject, corpus.on(claim, subject));
                }
            }
        }
        Share drawn = drawing.share(new Part(id, "", ""));
        Part part = new Part(id, "", Hash.of(drawn));
        new Provenance(drawing, new Attributes(corpus.vocabulary())).document(corpus.name(), part);
        return drawing.share(part);
    }
}
