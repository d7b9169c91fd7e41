package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.edtf.Edtf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Who surely held an office when: two holders on one day of an office marked {@code single} cannot both be right. */
final class Offices {

    /** A stretch of days on which someone surely held an office. */
    private record Tenure(Ref person, LocalDate first, LocalDate last, Claim claim) {}

    private Offices() {}

    static void check(Iterable<Claim> roles, Set<String> single, Consumer<Diagnostic> problems) {
        Map<String, List<Tenure>> tenures = new TreeMap<>();
        for (Claim role : roles) {
            if (role.plain() && !role.negated() && role.links("office").size() == 1) {
                Ref office = role.links("office").get(0);
                if (single.contains(office.id())) {
                    role.links("person").forEach(person -> sure(role)
                            .ifPresent(days -> tenures.computeIfAbsent(office.id(), key -> new ArrayList<>())
                                    .add(new Tenure(person, days.get(0), days.get(1), role))));
                }
            }
        }
        tenures.values().forEach(held -> compare(held, problems));
    }

    /** Goes through them by their first days, and compares each with those before that last longest. */
    private static void compare(List<Tenure> held, Consumer<Diagnostic> problems) {
        held.sort(Comparator.comparing(Tenure::first)
                .thenComparing((Tenure one) -> one.claim().entry().position()));
        Tenure longest = null;
        Tenure another = null;
        for (Tenure next : held) {
            for (Tenure before : Arrays.asList(longest, another)) {
                if (before != null
                        && !before.person().equals(next.person())
                        && !before.last().isBefore(next.first())) {
                    boolean later = before.claim()
                                    .entry()
                                    .position()
                                    .compareTo(next.claim().entry().position())
                            < 0;
                    tell(later ? before : next, later ? next : before, next.first(), problems);
                    break;
                }
            }
            if (longest == null || next.last().isAfter(longest.last())) {
                another = longest != null && longest.person().equals(next.person()) ? another : longest;
                longest = next;
            } else if (!longest.person().equals(next.person())
                    && (another == null || next.last().isAfter(another.last()))) {
                another = next;
            }
        }
    }

    private static void tell(Tenure one, Tenure other, LocalDate day, Consumer<Diagnostic> problems) {
        problems.accept(Diagnostic.of(
                other.claim().entry().position(),
                Problem.TWO_HOLDERS,
                Mistakes.quoted(other.person().name()) + " and "
                        + Mistakes.quoted(one.person().name()) + " both hold "
                        + Mistakes.quoted(other.claim().links("office").get(0).name()) + " on " + day
                        + ", an office that one person holds",
                "the other stands at " + one.claim().entry().position()
                        + "; mend the dates, or take `single` off the office"));
    }

    private static Optional<List<LocalDate>> sure(Claim role) {
        Optional<Edtf> date = role.entry().date("date");
        Optional<LocalDate> first = date.isPresent()
                ? date.flatMap(Edtf::latest)
                : role.entry().date("from").flatMap(Edtf::latest);
        Optional<LocalDate> last = date.isPresent()
                ? date.flatMap(Edtf::earliest)
                : role.entry().date("until").flatMap(Edtf::earliest);
        return first.isPresent() && last.isPresent() && !first.get().isAfter(last.get())
                ? Optional.of(List.of(first.get(), last.get()))
                : Optional.empty();
    }
}
