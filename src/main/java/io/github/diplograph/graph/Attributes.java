package io.github.diplograph.graph;

import io.github.diplograph.corpus.Choice;
import io.github.diplograph.corpus.Claim;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What claims say of one thing by a value: set where at least one says it plainly; lists unite, others are disputed. */
final class Attributes {

    private final Vocabulary vocabulary;

    Attributes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Adds to a thing's properties what claims on its attributes add up to. */
    void set(List<Claim> claims, Map<String, Object> properties) {
        Map<String, List<Claim>> byProperty = new TreeMap<>();
        claims.forEach(claim -> byProperty
                .computeIfAbsent(property(claim).name(), name -> new ArrayList<>())
                .add(claim));
        Set<String> disputed = new TreeSet<>();
        byProperty.forEach((name, all) -> {
            if (property(all.get(0)).many()) {
                all.stream()
                        .filter(Claim::plain)
                        .flatMap(claim -> value(claim).stream())
                        .map(value -> Descriptions.unite(value, value))
                        .forEach(value -> properties.merge(name, value, Descriptions::unite));
                return;
            }
            boolean disputable = property(all.get(0)).disputable();
            Object defined = properties.get(name);
            List<Claim> plain = all.stream().filter(Claim::plain).toList();
            Choice.of(plain, this::value).ifPresent(choice -> properties.put(name, choice.value()));
            boolean differ = Choice.of(all, this::value)
                    .map(choice -> choice.disputed() || defined != null && !defined.equals(choice.value()))
                    .orElse(false);
            if (differ && disputable) {
                disputed.add(name);
            }
        });
        if (!disputed.isEmpty()) {
            properties.merge("disputed", List.copyOf(disputed), Descriptions::unite);
        }
    }

    /** The values that one attribute's claim gives. */
    Map<String, Object> of(Claim claim) {
        return value(claim).map(value -> Map.of(property(claim).name(), value)).orElse(Map.of());
    }

    private Property property(Claim claim) {
        return claim.entry()
                .text("property")
                .map(Text::text)
                .flatMap(vocabulary::property)
                .orElseThrow();
    }

    private Optional<Object> value(Claim claim) {
        return Optional.ofNullable(claim.entry().values().get("value"))
                .flatMap(value -> Properties.plain(value, property(claim).many()));
    }
}
