package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Entity;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Entities as their definitions describe them, and the attributes that claims give to entities and occurrences. */
final class Descriptions {

    private static final Set<String> OF_THE_CLAIM = Set.of("passage", "quote", "hedge", "seenIn");

    private final Corpus corpus;
    private final Drawing drawing;

    Descriptions(Corpus corpus, Drawing drawing) {
        this.corpus = corpus;
        this.drawing = drawing;
    }

    /** Draws an entity with whatever all its definitions and attributes say; it rests on the given claims. */
    void entity(Entity entity, List<Claim> claims) {
        Map<String, Object> properties = new TreeMap<>();
        for (Entity.Definition definition : entity.definitions()) {
            Properties.of(definition.entry()).forEach((name, value) -> {
                if (!OF_THE_CLAIM.contains(name)) {
                    properties.merge(name, value, Descriptions::unite);
                }
            });
        }
        properties.replaceAll((name, value) -> unite(value, value));
        properties.put("name", entity.name());
        aliasFormerNames(entity, properties);
        new Attributes(corpus.vocabulary()).set(corpus.attributes(entity.id()), properties);
        if (!claims.isEmpty()) {
            List<String> before = drawing.own(claims);
            drawing.node(entity.id(), drawing.label(entity.kind()), properties, before);
        }
    }

    /** The properties that the bundled registry alone gives to an entity. */
    static Map<String, Object> bundled(Entity entity) {
        Map<String, Object> properties = new TreeMap<>();
        entity.definitions().stream()
                .filter(Entity.Definition::bundled)
                .forEach(definition -> Properties.of(definition.entry()).forEach((name, value) -> {
                    if (!OF_THE_CLAIM.contains(name)) {
                        properties.merge(name, value, Descriptions::unite);
                    }
                }));
        properties.replaceAll((name, value) -> unite(value, value));
        return properties;
    }

    /** Draws what a definition says that an entity is linked to: the body of an office, the topic of a resolution. */
    void links(Claim claim, Entity entity) {
        for (Key key : Properties.keys(claim.entry())) {
            if (key.type() == Type.NAME && key.edge().isPresent()) {
                for (Ref target : claim.links(key.name())) {
                    String to = drawing.mention(target);
                    drawing.edge(key.edge().get(), entity.id() + "|" + to, entity.id(), to, Map.of(), List.of(claim));
                }
            }
        }
    }

    private static void aliasFormerNames(Entity entity, Map<String, Object> properties) {
        Set<String> names = new TreeSet<>();
        entity.definitions().forEach(definition -> definition
                .entry()
                .text("name")
                .filter(name -> !name.text().equals(entity.name()))
                .ifPresent(name -> names.add(name.text())));
        if (!names.isEmpty()) {
            properties.merge("aliases", List.copyOf(names), Descriptions::unite);
        }
    }

    /** Lists unite; of single values the first stays, and there are no others in a valid corpus. */
    static Object unite(Object one, Object other) {
        if (one instanceof List<?> first && other instanceof List<?> second) {
            Set<Object> all = new TreeSet<>(first);
            all.addAll(second);
            return List.copyOf(all);
        }
        return one;
    }
}
