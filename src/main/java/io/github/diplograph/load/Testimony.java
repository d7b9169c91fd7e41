package io.github.diplograph.load;

import io.github.diplograph.edtf.Edtf;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of others add up to on one element that is shared with them.
 *
 * <p>It is worked out again from what each claim asserts, as their own graph would: nothing but the claims tells what is
 * theirs of a value that the element shows. Which of several values they have chosen, the element tells.
 */
final class Testimony {

    /** Dates with the bounds that an element has by them. */
    private static final Map<String, List<String>> BOUNDS = Map.of(
            "date", List.of("earliest", "latest"),
            "from", List.of("fromEarliest", "fromLatest"),
            "to", List.of("toEarliest", "toLatest"));

    /** Bounds that every day tightens on which something is attested. */
    private static final Map<String, BinaryOperator<LocalDate>> TIGHTENED =
            Map.of("fromLatest", Testimony::earlier, "toEarliest", Testimony::later);

    /** Numbers by what they count, all else by its text: as a list of either is sorted. */
    private static final Comparator<Object> ORDER = Comparator.<Object>comparingDouble(
                    value -> value instanceof Number number ? number.doubleValue() : 0)
            .thenComparing(Testimony::text);

    private Testimony() {}

    /** A property and, of a date, the bounds that go with it. */
    static List<String> bounds(String property) {
        return Stream.concat(Stream.of(property), BOUNDS.getOrDefault(property, List.of()).stream())
                .toList();
    }

    /**
     * The properties that an element would have if there were these claims alone.
     *
     * @param edge whether it is a tie or role
     * @param claims the claims on it
     * @param shown the properties that it has
     */
    static Map<String, Object> of(boolean edge, Collection<Given> claims, Map<String, Object> shown) {
        Map<String, Object> all = new TreeMap<>();
        List<Given> plain = claims.stream().filter(Given::plain).toList();
        for (Given claim : plain) {
            claim.properties().forEach((property, value) -> {
                Object visible = shown.get(property);
                if (visible instanceof List<?>) {
                    all.put(property, united(all.get(property), value));
                } else if (visible != null && text(visible).equals(text(value))) {
                    all.put(property, visible);
                }
            });
        }
        BOUNDS.forEach((date, bounds) -> bounds(date, bounds, plain, all));
        if (edge) {
            plain.forEach(claim -> date(claim, "attested").ifPresent(day -> attested(day, all)));
        }
        if (shown.get("disputed") instanceof List<?> disputed) {
            List<?> still = disputed.stream()
                    .filter(property -> isDisputed(text(property), claims))
                    .toList();
            if (!still.isEmpty()) {
                all.put("disputed", still);
            }
        }
        return all;
    }

    /**
     * One value for two that can stand beside each other.
     *
     * @param edge whether they are those of a tie or role
     * @return empty if the two contradict each other
     */
    static Optional<Object> together(boolean edge, String property, Object one, Object other) {
        if (one instanceof List<?> || other instanceof List<?>) {
            return Optional.of(united(one, other));
        }
        BinaryOperator<LocalDate> tighter = edge ? TIGHTENED.get(property) : null;
        if (tighter != null && one instanceof LocalDate day && other instanceof LocalDate otherDay) {
            return Optional.of(tighter.apply(day, otherDay));
        }
        return one.equals(other) ? Optional.of(one) : Optional.empty();
    }

    /** Whether a claim gives another value than an element shows. */
    static boolean differ(String property, Collection<Given> claims, Map<String, Object> shown) {
        Object value = shown.get(property);
        return value != null
                && claims.stream()
                        .map(claim -> claim.properties().get(property))
                        .anyMatch(given -> given != null && !text(given).equals(text(value)));
    }

    static String text(@Nullable Object value) {
        return Objects.toString(value);
    }

    private static void bounds(String date, List<String> bounds, List<Given> plain, Map<String, Object> all) {
        all.keySet().removeAll(bounds);
        if (all.containsKey(date)) {
            plain.stream()
                    .map(Given::properties)
                    .filter(given -> text(all.get(date)).equals(text(given.get(date))))
                    .findFirst()
                    .ifPresent(given -> bounds.stream()
                            .filter(given::containsKey)
                            .forEach(bound -> all.put(bound, given.get(bound))));
        }
    }

    private static void attested(Edtf day, Map<String, Object> all) {
        day.latest().ifPresent(last -> tighten("fromLatest", last, all));
        day.earliest().ifPresent(first -> tighten("toEarliest", first, all));
    }

    private static void tighten(String bound, LocalDate day, Map<String, Object> all) {
        all.merge(bound, day, (one, other) -> together(true, bound, one, other).orElse(other));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether claims of one corpus give values that cannot stand beside each other; of several, that is refused. */
    private static boolean isDisputed(String property, Collection<Given> claims) {
        return claims.stream().anyMatch(one -> claims.stream()
                .anyMatch(other -> one.corpus().equals(other.corpus()) && contradict(property, one, other)));
    }

    private static boolean contradict(String property, Given one, Given other) {
        Object here = one.properties().get(property);
        Object there = other.properties().get(property);
        if (here == null || there == null || text(here).equals(text(there))) {
            return false;
        }
        if (!BOUNDS.containsKey(property)) {
            return true;
        }
        Optional<Edtf> date = date(one, property);
        Optional<Edtf> otherDate = date(other, property);
        return date.isEmpty()
                || otherDate.isEmpty()
                || !date.get().contains(otherDate.get()) && !otherDate.get().contains(date.get());
    }

    /** Another version of the program may have written what is no date to this one. */
    private static Optional<Edtf> date(Given claim, String property) {
        try {
            return Optional.ofNullable(claim.properties().get(property))
                    .map(Testimony::text)
                    .map(Edtf::of);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static List<?> united(@Nullable Object one, @Nullable Object other) {
        Set<Object> all = new TreeSet<>(ORDER);
        for (Object value : new Object[] {one, other}) {
            if (value instanceof Collection<?> several) {
                all.addAll(several);
            } else if (value != null) {
                all.add(value);
            }
        }
        return List.copyOf(all);
    }
}
