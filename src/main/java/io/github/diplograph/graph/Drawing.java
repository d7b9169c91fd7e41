package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One document's share while it is drawn: claims that draw the same element meet in it. */
final class Drawing {

    private final String corpus;
    private final String document;
    private final Vocabulary vocabulary;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final List<Edge> edges = new ArrayList<>();
    /** By type and id. */
    private final Map<String, Map<String, Edge>> shared = new TreeMap<>();

    private final Map<String, Node> mentions = new TreeMap<>();

    Drawing(String corpus, String document, Vocabulary vocabulary) {
        this.corpus = corpus;
        this.document = document;
        this.vocabulary = vocabulary;
    }

    /** The id in the graph of an occurrence or article. */
    String within(String id) {
        return corpus + "/" + id;
    }

    /** The id in the graph of whatever a name means: entities are shared by all corpora, all else is not. */
    String id(Ref ref) {
        return Ref.ARTICLE.equals(ref.kind()) || !entity(ref.kind()) ? within(ref.id()) : ref.id();
    }

    private boolean entity(String kind) {
        return vocabulary.kind(kind).map(known -> known.entity()).orElse(false);
    }

    /** The label of a kind. */
    String label(String kind) {
        return Ref.ARTICLE.equals(kind)
                ? "Article"
                : vocabulary.kind(kind).map(known -> known.label()).orElseThrow();
    }

    /** Of all claims on something, the ids of those that this document makes; a list that is shared and not copied. */
    List<String> own(Collection<Claim> claims) {
        return List.copyOf(claims.stream()
                .filter(claim -> claim.document().equals(document))
                .map(Claim::id)
                .distinct()
                .sorted()
                .toList());
    }

    boolean has(String node) {
        return nodes.containsKey(node);
    }

    void node(String id, String label, Map<String, Object> properties, List<String> sources) {
        nodes.put(id, new Node(id, label, properties, sources));
    }

    /** Draws an edge that its document alone owns. */
    void edge(String type, String from, String to, Map<String, Object> properties) {
        edges.add(new Edge(from + "|" + to, type, from, to, properties, List.of()));
    }

    /** Draws an edge that rests on claims, if one of them is this document's. */
    void edge(
            String type, String id, String from, String to, Map<String, Object> properties, Collection<Claim> claims) {
        List<String> sources = own(claims);
        if (!sources.isEmpty()) {
            sourced(new Edge(id, type, from, to, properties, sources));
        }
    }

    /** Draws an edge with its sources as they are; drawn twice, their union. */
    void sourced(Edge edge) {
        shared.computeIfAbsent(edge.type(), type -> new LinkedHashMap<>()).merge(edge.id(), edge, (one, other) -> {
            Map<String, Object> properties = new TreeMap<>(one.properties());
            properties.putAll(other.properties());
            List<String> sources = java.util.stream.Stream.concat(one.sources().stream(), other.sources().stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Edge(one.id(), one.type(), one.from(), one.to(), properties, sources);
        });
    }

    /** Notes what an edge touches, for the case that another document defines it. */
    String mention(Ref ref) {
        String id = id(ref);
        if (!nodes.containsKey(id)) {
            mentions.computeIfAbsent(
                    id, key -> new Node(key, label(ref.kind()), Map.of("name", ref.name()), List.of()));
        }
        return id;
    }

    Share share(Part part) {
        mentions.keySet().removeAll(nodes.keySet());
        Map<String, List<Edge>> byType = new TreeMap<>();
        edges.forEach(edge ->
                byType.computeIfAbsent(edge.type(), type -> new ArrayList<>()).add(edge));
        shared.forEach((type, alike) ->
                byType.computeIfAbsent(type, key -> new ArrayList<>()).addAll(alike.values()));
        List<Edge> all = new ArrayList<>();
        byType.values().forEach(alike -> {
            // drawn nearly in order, which is soon seen
            alike.sort(Comparator.comparing(Edge::id));
            all.addAll(alike);
        });
        return new Share(part, List.copyOf(nodes.values()), all, List.copyOf(mentions.values()));
    }
}
