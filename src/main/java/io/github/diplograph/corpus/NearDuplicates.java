package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Entities of one kind whose names differ only in the order of words, punctuation, or one letter. Finds them by keys
 * that such names share (each name with one letter left out), so the cost follows the number of names, not of pairs.
 */
final class NearDuplicates {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;

    /** An entity is compared with so many that share a key with it. */
    private static final int MOST = 3;

    private static final int NUMBER = 24;
    private static final long NUMBERS = (1L << NUMBER) - 1;

    private NearDuplicates() {}

    static void warn(Entities entities, Consumer<Diagnostic> problems) {
        List<Entity> all = List.copyOf(entities.all());
        // a hash of the key above, the entity's number below: sorted, equal keys stand side by side in little memory
        LongStream.Builder hashes = LongStream.builder();
        for (int i = 0; i < all.size(); i++) {
            for (String key : keys(all.get(i))) {
                hashes.add(hash(key) << NUMBER | i);
            }
        }
        long[] sorted = hashes.build().sorted().distinct().toArray();
        Set<Long> told = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            for (int j = i - 1; j >= Math.max(0, i - MOST) && sorted[j] >>> NUMBER == sorted[i] >>> NUMBER; j--) {
                long first = sorted[j] & NUMBERS;
                long second = sorted[i] & NUMBERS;
                Entity one = all.get((int) first);
                Entity other = all.get((int) second);
                if (told.add(first << NUMBER | second)
                        && !apart(one, other)
                        && !Collections.disjoint(keys(one), keys(other))) {
                    tell(one, other, problems);
                }
            }
        }
    }

    private static long hash(String key) {
        long hash = 1125899906842597L;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash ^ hash >>> NUMBER;
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
                        Mistakes.quoted(told.name()) + " (" + told.id() + ") may be " + Mistakes.quoted(known.name())
                                + " (" + known.id() + ")",
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
        Entry first = entity.definitions().get(0).entry();
        String within =
                entity.kind() + first.text("of").map(of -> Fold.of(of.text())).orElse("") + ' ';
        Set<String> keys = new HashSet<>();
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
                if (letters.isEmpty()) {
                    continue;
                }
                keys.add(within + letters);
                if (letters.length() >= SHORTEST && !numbered) {
                    for (int i = 0; i < letters.length(); i++) {
                        keys.add(within + letters.substring(0, i) + letters.substring(i + 1));
                    }
                }
            }
        }
        return keys;
    }
}
