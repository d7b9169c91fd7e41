package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A graph made by hand, document by document and claim by claim, with the shape that the contract gives it: claims
 * written in a document and made in an article, asserting what they support.
 */
final class Sketch {

    static final Schema SCHEMA = new Schema(
            List.of("State", "Person", "Organisation", "Office"),
            List.of("Vote", "Statement", "Event", "Article", "Document", "Claim"),
            List.of(
                    "VOTED",
                    "ABSTAINED",
                    "SAID",
                    "ABOUT",
                    "CONDEMNED",
                    "MEMBER_OF",
                    "HELD",
                    "OFFICE_OF",
                    "WRITTEN_IN",
                    "MADE_IN",
                    "ASSERTS",
                    "PUBLISHED_BY"),
            List.of(
                    "name",
                    "aliases",
                    "iso3",
                    "capital",
                    "date",
                    "earliest",
                    "result",
                    "for",
                    "choice",
                    "says",
                    "hash",
                    "kind",
                    "edge",
                    "from",
                    "as",
                    "quantity",
                    "occurrence",
                    "title",
                    "disputed"));

    private final String corpus;
    private final SortedMap<String, Document> documents = new TreeMap<>();

    Sketch(String corpus) {
        this.corpus = corpus;
    }

    /** A document of its own, empty at first. */
    Document document(String path) {
        return documents.computeIfAbsent(path, key -> new Document(corpus + "/" + path));
    }

    void remove(String path) {
        documents.remove(path);
    }

    Graph graph() {
        return graph(SCHEMA);
    }

    Graph graph(Schema schema) {
        Map<String, Node> all = new HashMap<>();
        Map<String, Edge> edges = new HashMap<>();
        for (Document document : documents.values()) {
            document.nodes.values().forEach(node -> all.merge(node.id(), node, Sketch::together));
            document.edges.values().forEach(edge -> edges.merge(edge.type() + " " + edge.id(), edge, Sketch::together));
        }
        Map<Part, Share> shares = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (Document document : documents.values()) {
            Share share = document.share(all, edges);
            shares.put(share.part(), share);
            parts.add(share.part());
        }
        return new Graph(corpus, schema, parts, shares::get);
    }

    private static Node together(Node one, Node other) {
        Map<String, Object> properties = new TreeMap<>(one.properties());
        other.properties()
                .forEach((key, value) -> properties.merge(
                        key,
                        value,
                        (a, b) -> a instanceof List<?> list
                                ? List.copyOf(Batch.union(strings(list), strings((List<?>) b)))
                                : b));
        return new Node(one.id(), one.label(), properties, Batch.union(one.sources(), other.sources()));
    }

    private static Edge together(Edge one, Edge other) {
        Map<String, Object> properties = new TreeMap<>(one.properties());
        properties.putAll(other.properties());
        return new Edge(
                one.id(), one.type(), one.from(), one.to(), properties, Batch.union(one.sources(), other.sources()));
    }

    private static Collection<String> strings(List<?> list) {
        return list.stream().map(String.class::cast).toList();
    }

    /** What one file says. */
    final class Document {

        private final String id;
        private String article;
        private String publisher = "";
        private final Map<String, Node> nodes = new TreeMap<>();
        private final Map<String, Edge> edges = new TreeMap<>();

        private Document(String id) {
            this.id = id;
            this.article = id + "-article";
        }

        /** Another id for the article that the document extracts, published by an organisation. */
        Document article(String name, String publisher) {
            article = here(name);
            this.publisher = publisher;
            return this;
        }

        String claim(String entry) {
            return id + "#" + entry;
        }

        /** The occurrence of that name in this corpus. */
        String here(String occurrence) {
            return corpus + "/" + occurrence;
        }

        Document entity(String label, String entity, Map<String, Object> properties) {
            Map<String, Object> given = new TreeMap<>(properties);
            given.remove("name");
            claims(entity, entity, given);
            put(new Node(claim(entity), "Claim", Map.of("name", entity, "kind", "entity"), List.of()));
            given.put("name", properties.getOrDefault("name", entity));
            put(new Node(entity, label, given, List.of(claim(entity))));
            return this;
        }

        /** An entity of the bundled registry, without a claim. */
        Document bundled(String label, String entity, Map<String, Object> properties) {
            put(new Node(entity, label, properties, List.of(id + "#" + entity)));
            return this;
        }

        /** A vote and its ballots: for each voter its choice. */
        Document vote(String vote, Map<String, Object> properties, Map<String, String> ballots) {
            String occurrence = here(vote);
            claims(vote, occurrence, properties);
            put(new Node(occurrence, "Vote", named(vote, properties), List.of(claim(vote))));
            new TreeMap<>(ballots)
                    .forEach((voter, choice) -> put(new Edge(
                            occurrence + "|" + voter,
                            choice.equals("abstained") ? "ABSTAINED" : "VOTED",
                            voter,
                            occurrence,
                            Map.of("choice", choice),
                            List.of(claim(vote)))));
            return this;
        }

        /** A statement about an occurrence, with the direct edge from speaker to target. */
        Document condemns(String statement, String speaker, String target, String about, String says) {
            String occurrence = here(statement);
            Map<String, Object> said = Map.of("says", says);
            claims(statement, occurrence, said);
            List<String> sources = List.of(claim(statement));
            put(new Node(occurrence, "Statement", named(statement, said), sources));
            put(new Edge(occurrence + "|" + speaker, "SAID", speaker, occurrence, Map.of(), sources));
            put(new Edge(occurrence + "|" + about, "ABOUT", occurrence, about, Map.of(), sources));
            put(new Edge(
                    occurrence + "|" + speaker + "|" + target,
                    "CONDEMNED",
                    speaker,
                    target,
                    Map.of("occurrence", occurrence),
                    sources));
            return this;
        }

        /** A tie, owned by its subject and shared between corpora. */
        Document member(String subject, String object, Map<String, Object> properties) {
            String entry = subject + "-member-of-" + object;
            String edge = subject + "|" + object;
            Map<String, Object> asserted = new TreeMap<>(properties);
            asserted.put("edge", edge);
            claims(entry, subject, asserted);
            put(new Edge(edge, "MEMBER_OF", subject, object, properties, List.of(claim(entry))));
            return this;
        }

        /** A role; its office has no entry of its own. */
        Document role(String person, String office, String of) {
            String entry = person + "-" + office;
            claims(entry, person, Map.of("edge", person + "|" + office));
            List<String> sources = List.of(claim(entry));
            put(new Node(office, "Office", Map.of("name", office), sources));
            put(new Edge(person + "|" + office, "HELD", person, office, Map.of("as", office), sources));
            put(new Edge(office + "|" + of, "OFFICE_OF", office, of, Map.of(), sources));
            return this;
        }

        void clear() {
            nodes.clear();
            edges.clear();
        }

        private void claims(String entry, String subject, Map<String, Object> asserted) {
            String claim = claim(entry);
            put(new Node(claim, "Claim", Map.of("name", entry, "kind", "entry"), List.of()));
            put(new Edge(claim + "|" + id, "WRITTEN_IN", claim, id, Map.of(), List.of()));
            put(new Edge(claim + "|" + subject, "ASSERTS", claim, subject, asserted, List.of()));
        }

        private Map<String, Object> named(String name, Map<String, Object> properties) {
            Map<String, Object> named = new TreeMap<>(properties);
            named.put("name", name);
            return named;
        }

        private void put(Node node) {
            nodes.merge(node.id(), node, Sketch::together);
        }

        private void put(Edge edge) {
            edges.merge(edge.type() + " " + edge.id(), edge, Sketch::together);
        }

        /** Its own elements with the values that all documents together give them. */
        private Share share(Map<String, Node> all, Map<String, Edge> edgesOfAll) {
            SortedMap<String, Node> mine = new TreeMap<>();
            nodes.forEach((key, node) ->
                    mine.put(key, new Node(key, node.label(), all.get(key).properties(), node.sources())));
            List<Edge> drawn = new ArrayList<>();
            if (!id.endsWith("/registry")) {
                mine.put(article, new Node(article, "Article", Map.of("title", "Report " + id), List.of(id)));
                mine.values().stream()
                        .filter(node -> node.label().equals("Claim"))
                        .forEach(claim -> drawn.add(new Edge(
                                claim.id() + "|" + article, "MADE_IN", claim.id(), article, Map.of(), List.of())));
            }
            SortedMap<String, Node> mentions = new TreeMap<>();
            if (!publisher.isEmpty()) {
                drawn.add(
                        new Edge(article + "|" + publisher, "PUBLISHED_BY", article, publisher, Map.of(), List.of(id)));
                mentions.put(publisher, new Node(publisher, "Organisation", Map.of("name", publisher), List.of()));
            }
            edges.forEach((key, edge) -> {
                drawn.add(new Edge(
                        edge.id(),
                        edge.type(),
                        edge.from(),
                        edge.to(),
                        edgesOfAll.get(key).properties(),
                        edge.sources()));
                for (String end : List.of(edge.from(), edge.to())) {
                    if (!mine.containsKey(end) && !end.equals(id)) {
                        Node other = all.get(end);
                        if (other == null) {
                            throw new IllegalStateException("no document defines " + end);
                        }
                        mentions.put(end, new Node(end, other.label(), Map.of("name", end), List.of()));
                    }
                }
            });
            String hash = hash(mine.values() + "" + drawn + new TreeSet<>(mentions.keySet()));
            mine.put(id, new Node(id, "Document", Map.of("name", id, "hash", hash), List.of()));
            return new Share(
                    new Part(id, id.endsWith("/registry") ? "" : id + ".yaml", hash),
                    List.copyOf(mine.values()),
                    drawn,
                    List.copyOf(mentions.values()));
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
