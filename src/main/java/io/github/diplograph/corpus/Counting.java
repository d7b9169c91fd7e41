package io.github.diplograph.corpus;

import io.github.diplograph.evidence.Check;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts claims as they pass by. */
final class Counting {

    private final Map<String, Integer> entries = new TreeMap<>();
    private final Map<Check, Integer> evidence = new EnumMap<>(Check.class);
    private int silent;

    void add(List<Claim> claims) {
        for (Claim claim : claims) {
            entries.merge(claim.section(), 1, Integer::sum);
            claim.words().check().ifPresent(check -> evidence.merge(check, 1, Integer::sum));
            boolean article = claim.source() != null && !claim.source().dataset();
            if (article && claim.words().check().isEmpty() && !claim.section().equals("entities")) {
                silent++;
            }
        }
    }

    Summary summary(int documents, int entities) {
        return new Summary(documents, entities, entries, evidence, silent);
    }
}
