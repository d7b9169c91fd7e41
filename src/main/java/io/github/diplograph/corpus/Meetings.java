package io.github.diplograph.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where claims meet: occurrences, edges and attributes on which more than one entry has something to say. */
final class Meetings {

    /** The number of the registry, which is no document. */
    static final int REGISTRY = -1;

    private final Map<String, Integer> first = new HashMap<>();
    private final Set<String> several = new HashSet<>();
    private final Set<Integer> documents = new HashSet<>();
    private final Map<String, List<Claim>> claims = new HashMap<>();
    private final Map<String, List<Claim>> attributes = new HashMap<>();
    private final Map<Integer, Set<String>> keys = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();

    /** Notes which occurrences a document's claims are on; keeps nothing of those that stand alone. */
    void note(int document, List<Claim> all) {
        for (Claim claim : all) {
            for (Subject subject : claim.subjects()) {
                String key = key(claim, subject);
                if (claim.section().equals("attributes")) {
                    attributes
                            .computeIfAbsent(subject.id(), id -> new ArrayList<>(1))
                            .add(claim);
                }
                if (!claim.section().equals("entities")) {
                    Integer before = first.putIfAbsent(key, document);
                    if (before != null) {
                        several.add(key);
                        documents.add(before);
                        documents.add(document);
                        documents.remove(REGISTRY);
                    }
                }
            }
        }
    }

    /** The documents whose claims meet others. */
    Set<Integer> documents() {
        return documents;
    }

    /** Keeps the claims of one of these documents that meet others. */
    void keep(int document, List<Claim> all) {
        Set<String> own = keys.computeIfAbsent(document, made -> new TreeSet<>());
        for (Claim claim : all) {
            for (Subject subject : claim.subjects()) {
                String key = key(claim, subject);
                if (several.contains(key)) {
                    claims.computeIfAbsent(key, made -> new ArrayList<>(2)).add(claim);
                    own.add(key);
                }
            }
        }
    }

    /** What all claims say that a document's claims meet, as hashes. */
    List<String> met(int document) {
        return keys.getOrDefault(document, Set.of()).stream()
                .map(key -> digest("on " + key, claims.getOrDefault(key, List.of())))
                .toList();
    }

    /** What all claims on the attributes of an entity say, as a hash. */
    String metAttributes(String entity) {
        return digest("of " + entity, attributes(entity));
    }

    private String digest(String of, List<Claim> all) {
        return digests.computeIfAbsent(
                of,
                key -> Canonical.hash(all.stream().map(Canonical::of).sorted().toList()));
    }

    /** Sorts what was kept and forgets what is no longer needed. */
    void settle() {
        first.clear();
        claims.values().forEach(all -> all.sort(Claim.RULE));
        attributes.values().forEach(all -> all.sort(Claim.RULE));
    }

    /** Whether more than one entry speaks of an occurrence. */
    boolean meet(String occurrence) {
        return several.contains(occurrence);
    }

    List<Claim> on(Claim claim, Subject subject) {
        return claims.getOrDefault(key(claim, subject), List.of(claim));
    }

    List<Claim> attributes(String entity) {
        return attributes.getOrDefault(entity, List.of());
    }

    /** A tie's word is part of its edge's id, and so of the key. */
    private static String key(Claim claim, Subject subject) {
        return subject.edge().map(edge -> claim.section() + '|' + edge).orElse(subject.id());
    }
}
