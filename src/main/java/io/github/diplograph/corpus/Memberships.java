package io.github.diplograph.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who was a member of which body when, as the registry and the curators' own files have it. */
final class Memberships {

    /**
     * One term of one member.
     *
     * @param edge the id of the tie's edge
     * @param member who
     * @param begins the first day that it may have had, or null if unknown
     * @param ends the last day that it may have had, or null if it goes on
     * @param observer whether it sits there without a vote
     */
    record Term(String edge, Ref member, @Nullable LocalDate begins, @Nullable LocalDate ends, boolean observer) {

        /** Whether the term may include a day of the period. */
        boolean meets(LocalDate first, LocalDate last) {
            return (begins == null || !begins.isAfter(last)) && (ends == null || !ends.isBefore(first));
        }
    }

    private final Map<String, Map<String, List<Term>>> terms = new HashMap<>();
    private final Map<String, String> asOf = new HashMap<>();

    void add(String body, Term term) {
        terms.computeIfAbsent(body, key -> new HashMap<>())
                .computeIfAbsent(term.member().id(), key -> new ArrayList<>(1))
                .add(term);
    }

    /** Lets a body have the members of another, as the General Assembly has those of the United Nations. */
    void sameMembers(String body, String other) {
        asOf.put(body, other);
    }

    boolean known(String body) {
        return terms.containsKey(source(body));
    }

    /** The term by which someone was a voting member on some day of a period. */
    @Nullable
    Term find(String body, String member, LocalDate first, LocalDate last) {
        for (Term term : terms.getOrDefault(source(body), Map.of()).getOrDefault(member, List.of())) {
            if (!term.observer() && term.meets(first, last)) {
                return term;
            }
        }
        return null;
    }

    /** All voting members on a day, by id. */
    List<Ref> on(String body, LocalDate day) {
        return terms.getOrDefault(source(body), Map.of()).values().stream()
                .flatMap(all -> all.stream()
                        .filter(term -> !term.observer() && term.meets(day, day))
                        .limit(1))
                .map(Term::member)
                .sorted()
                .toList();
    }

    private String source(String body) {
        return Objects.requireNonNullElse(asOf.get(body), body);
    }
}
