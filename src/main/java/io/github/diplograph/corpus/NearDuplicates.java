package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Entities of one kind whose names differ only in the order of words, punctuation, or one letter. Finds them by keys
 * that such names share (each name with one letter left out), so the cost follows the number of names, not of pairs.
 */
final class NearDuplicates {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;

    private NearDuplicates() {}

    static void warn(Entities entities, Consumer<Diagnostic> problems) {
        Map<String, List<Entity>> byKey = new HashMap<>();
        for (Entity entity : entities.all()) {
            Entry first = entity.definitions().get(0).entry();
            String within = entity.kind()
                    + first.text("of").map(of -> Fold.of(of.text())).orElse("");
            for (String key : keys(entity)) {
                byKey.computeIfAbsent(within + ' ' + key, made -> new ArrayList<>(1))
                        .add(entity);
            }
        }
        Set<String> told = new HashSet<>();
        for (List<Entity> near : byKey.values()) {
            for (int i = 1; i < near.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean sorted = near.get(j).id().compareTo(near.get(i).id()) < 0;
                    Entity one = sorted ? near.get(j) : near.get(i);
                    Entity other = sorted ? near.get(i) : near.get(j);
                    if (!apart(one, other) && told.add(one.id() + '\n' + other.id())) {
                        tell(one, other, problems);
                    }
                }
            }
        }
    }

    private static void tell(Entity one, Entity other, Consumer<Diagnostic> problems) {
        boolean bundled = other.definitions().stream().allMatch(Entity.Definition::bundled);
        Entity told = bundled ? one : other;
        Entity known = bundled ? other : one;
        told.definitions().stream()
                .filter(definition -> !definition.bundled())
                .findFirst()
                .ifPresent(definition -> problems.accept(Diagnostic.of(
                        definition.position(),
                        Problem.NEAR_DUPLICATE,
                        "\"" + told.name() + "\" (" + told.id() + ") may be \"" + known.name() + "\" (" + known.id()
                                + ")",
                        "if they are one, write `same as: " + known.id() + "`; if not, `not: [" + known.id() + "]`")));
    }

    private static boolean apart(Entity one, Entity other) {
        return one.id().equals(other.id())
                || one.definitions().stream().allMatch(Entity.Definition::bundled)
                        && other.definitions().stream().allMatch(Entity.Definition::bundled)
                || keptApart(one, other)
                || keptApart(other, one);
    }

    private static boolean keptApart(Entity one, Entity other) {
        return one.definitions().stream()
                .flatMap(definition -> definition.entry().texts("not").stream())
                .anyMatch(text ->
                        text.text().equals(other.id()) || Fold.of(text.text()).equals(Fold.of(other.name())));
    }

    private static Set<String> keys(Entity entity) {
        Set<String> keys = new TreeSet<>();
        for (Entity.Definition definition : entity.definitions()) {
            for (String name : Entities.fullNames(definition.entry())) {
                String folded = Fold.of(name);
                if (folded.length() > LONGEST) {
                    continue;
                }
                String[] words =
                        folded.replaceAll("[^\\p{L}\\p{N} ]", " ").trim().split(" +");
                // 66/88 is not 88/66, and not 6/688
                boolean numbered = folded.chars().anyMatch(Character::isDigit);
                if (!numbered) {
                    Arrays.sort(words);
                }
                String letters = String.join(numbered ? " " : "", words);
                keys.add(letters);
                if (letters.length() >= SHORTEST && !numbered) {
                    for (int i = 0; i < letters.length(); i++) {
                        keys.add(letters.substring(0, i) + letters.substring(i + 1));
                    }
                }
            }
        }
        keys.remove("");
        return keys;
    }
}
