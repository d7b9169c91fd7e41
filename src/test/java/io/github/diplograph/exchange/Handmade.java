package io.github.diplograph.exchange;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Graphs made by hand, for what no corpus of ours has. */
final class Handmade {

    private static final Schema SCHEMA = new Schema(
            List.of("State"),
            List.of("Vote", "Document", "Claim"),
            List.of("VOTED", "MEMBER_OF", "WRITTEN_IN"),
            List.of("name", "aliases", "value", "numbers", "days", "flags", "date", "choice", "hash", "note", "of"));

    private Handmade() {}

    /** Two documents that share two states and the tie between them. */
    static Graph ofTwoDocuments() {
        Node chad = node("State", "chad", Map.of("name", "Chad", "aliases", List.of("Tchad", "Chad, Republic of")));
        Node union = node("State", "union", Map.of("name", "Union"));
        Edge member = new Edge("chad|union", "MEMBER_OF", "chad", "union", Map.of(), List.of("any"));
        Share first = share(
                "news/a",
                List.of(
                        from(chad, "news/a#1"),
                        claim("news/a#1", Map.of("name", "one")),
                        node("Vote", "news/v", Map.of("name", "a vote", "date", LocalDate.of(2024, 3, 25)))),
                List.of(
                        new Edge(
                                "news/v|chad", "VOTED", "chad", "news/v", Map.of("choice", "for"), List.of("news/a#1")),
                        from(member, "news/a#1"),
                        written("news/a#1", "news/a")),
                List.of(union));
        Share second = share(
                "news/b",
                List.of(
                        from(chad, "news/b#1"),
                        from(union, "news/b#1"),
                        claim("news/b#1", Map.of("name", "two", "note", "in two\nlines"))),
                List.of(from(member, "news/b#1"), written("news/b#1", "news/b")),
                List.of());
        return graph(first, second);
    }

    /** Values that CSV, the importer or Cypher might take for something else. */
    static Graph hostile() {
        Map<String, Map<String, Object>> states = new LinkedHashMap<>();
        List<String> texts = List.of(
                "",
                " ",
                " begins and ends with space ",
                "\"",
                "\"\"",
                "a,b",
                "a;b",
                "line\nbreak",
                "return\r\nand line",
                "tab\tand\u001Funit separator",
                "back\\slash \\u0022",
                "Ünïcödé 日本語 \uD83D\uDD4A",
                "` }) DETACH DELETE n //",
                "null",
                "true",
                "'1'",
                "\uFEFFmark",
                "\u2028",
                "%p%u%e%0",
                "#comment",
                "x".repeat(5000));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            states.put("text-" + i, Map.of("name", text));
            states.put("list-" + i, Map.of("name", "list", "aliases", List.of(text)));
            states.put("pair-" + i, Map.of("name", "pair", "aliases", List.of(text, "other", text)));
        }
        states.put("none", Map.of("name", "none", "aliases", List.of()));
        states.put("all", Map.of("name", "all", "aliases", texts));
        states.put("long", Map.of("name", "long", "value", Long.MIN_VALUE));
        states.put("double", Map.of("name", "double", "value", 1.0e-7));
        states.put("whole", Map.of("name", "whole", "value", 3.0e20));
        states.put("text", Map.of("name", "text", "value", "17"));
        states.put("flag", Map.of("name", "flag", "value", true));
        states.put("day", Map.of("name", "day", "value", LocalDate.of(-44, 3, 15)));
        states.put("numbers", Map.of("name", "numbers", "numbers", List.of(1L, -2L, Long.MAX_VALUE)));
        states.put("days", Map.of("name", "days", "days", List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))));
        states.put("flags", Map.of("name", "flags", "flags", List.of(true, false)));
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(claim("news/a#1", Map.of("name", "claim")));
        edges.add(written("news/a#1", "news/a"));
        states.forEach((id, properties) -> {
            nodes.add(from(node("State", id, properties), "news/a#1"));
            edges.add(new Edge(id + "|all", "MEMBER_OF", id, "all", properties, List.of("news/a#1")));
        });
        return graph(share("news/a", nodes, edges, List.of()));
    }

    /** One document with a thousand claims alike, and one that differs. */
    static Graph ofManyClaims() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            nodes.add(claim("news/a#" + i, Map.of("name", "claim " + i)));
        }
        nodes.add(claim("news/a#last", Map.of("name", "last", "note", "it differs")));
        return graph(share("news/a", nodes, List.of(), List.of()));
    }

    private static Graph graph(Share... shares) {
        Map<Part, Share> byPart = new LinkedHashMap<>();
        for (Share share : shares) {
            byPart.put(share.part(), share);
        }
        return new Graph("news", SCHEMA, List.copyOf(byPart.keySet()), byPart::get);
    }

    private static Share share(String id, List<Node> nodes, List<Edge> edges, List<Node> mentions) {
        Part part = new Part(id, id + ".yaml", "hash of " + id);
        List<Node> all = new ArrayList<>(nodes);
        all.add(node("Document", id, Map.of("name", id + ".yaml", "hash", part.hash())));
        return new Share(part, all, edges, mentions);
    }

    private static Node node(String label, String id, Map<String, Object> properties) {
        return new Node(id, label, properties, List.of());
    }

    private static Node claim(String id, Map<String, Object> properties) {
        return node("Claim", id, properties);
    }

    private static Edge written(String claim, String document) {
        return new Edge(claim + "|" + document, "WRITTEN_IN", claim, document, Map.of(), List.of());
    }

    private static Node from(Node node, String source) {
        return new Node(node.id(), node.label(), node.properties(), List.of(source));
    }

    private static Edge from(Edge edge, String source) {
        return new Edge(edge.id(), edge.type(), edge.from(), edge.to(), edge.properties(), List.of(source));
    }
}
