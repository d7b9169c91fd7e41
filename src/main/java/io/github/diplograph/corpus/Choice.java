package io.github.diplograph.corpus;

import io.github.diplograph.edtf.Edtf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The value that an element shows where several claims give one, by {@link Claim#RULE}.
 *
 * @param value the value shown
 * @param holders the claims that give it, in the order of the rule
 * @param others the claims that give another value, in the order of the rule
 * @param disputed whether a claim gives a value that cannot stand beside the one shown
 * @param <T> the type of the value
 */
public record Choice<T>(T value, List<Claim> holders, List<Claim> others, boolean disputed) {

    /** Copies the lists. */
    public Choice {
        Objects.requireNonNull(value, "value");
        holders = List.copyOf(holders);
        others = List.copyOf(others);
    }

    /**
     * Chooses among values of which any two that differ contradict each other.
     *
     * @param claims the claims on one element
     * @param value the value that a claim gives, if any
     * @param <T> the type of the value
     * @return the choice, empty if no claim gives a value
     */
    public static <T> Optional<Choice<T>> of(List<Claim> claims, Function<Claim, Optional<T>> value) {
        return of(claims, value, Object::equals);
    }

    /**
     * Chooses among values of which some differ without contradiction.
     *
     * @param claims the claims on one element
     * @param value the value that a claim gives, if any
     * @param compatible whether two values can stand beside each other
     * @param <T> the type of the value
     * @return the choice, empty if no claim gives a value
     */
    public static <T> Optional<Choice<T>> of(
            List<Claim> claims, Function<Claim, Optional<T>> value, BiPredicate<T, T> compatible) {
        List<Claim> ordered = claims.stream().sorted(Claim.RULE).toList();
        T shown = null;
        for (Claim claim : ordered) {
            Optional<T> given = value.apply(claim);
            if (given.isPresent()) {
                shown = given.get();
                break;
            }
        }
        return shown == null ? Optional.empty() : Optional.of(on(shown, ordered, value, compatible));
    }

    /**
     * Chooses a date: of periods that contain one another the narrowest, otherwise by the rule.
     *
     * @param claims the claims on one element
     * @param value the date that a claim gives, if any
     * @return the choice; disputed if two dates lie so that neither contains the other
     */
    public static Optional<Choice<Edtf>> ofDates(List<Claim> claims, Function<Claim, Optional<Edtf>> value) {
        List<Claim> ordered = claims.stream().sorted(Claim.RULE).toList();
        List<Edtf> given =
                ordered.stream().flatMap(claim -> value.apply(claim).stream()).toList();
        return given.stream()
                .filter(date -> given.stream()
                        .noneMatch(other ->
                                !other.text().equals(date.text()) && date.contains(other) && !other.contains(date)))
                .findFirst()
                .map(shown -> {
                    Choice<Edtf> choice = on(shown, ordered, value, Choice::compatible);
                    boolean disputed =
                            given.stream().anyMatch(one -> given.stream().anyMatch(other -> !compatible(one, other)));
                    return new Choice<>(shown, choice.holders(), choice.others(), disputed);
                });
    }

    /**
     * Chooses a status: of something still open, a later publication's status supersedes an earlier one's.
     *
     * @param claims the claims on one element, at least one
     * @param open whether a status leaves open what becomes of the matter, as planned does
     * @return the choice, by default that it occurred
     */
    public static Choice<String> ofStatus(List<Claim> claims, Predicate<String> open) {
        Choice<String> choice = of(claims, claim -> Optional.of(claim.status())).orElseThrow();
        boolean disputed = choice.others().stream()
                .anyMatch(other -> !open.test(other.status())
                        || choice.holders().stream().noneMatch(holder -> after(holder, other)));
        return new Choice<>(choice.value(), choice.holders(), choice.others(), disputed);
    }

    private static boolean after(Claim one, Claim other) {
        return one.published().isPresent()
                && other.published().isPresent()
                && one.published().get().isAfter(other.published().get());
    }

    private static boolean compatible(Edtf one, Edtf other) {
        return one.contains(other) || other.contains(one);
    }

    private static <T> Choice<T> on(
            T shown, List<Claim> ordered, Function<Claim, Optional<T>> value, BiPredicate<T, T> compatible) {
        List<Claim> holders = new ArrayList<>();
        List<Claim> others = new ArrayList<>();
        boolean disputed = false;
        for (Claim claim : ordered) {
            Optional<T> given = value.apply(claim);
            if (given.isEmpty()) {
                continue;
            }
            if (given.get().equals(shown)) {
                holders.add(claim);
            } else {
                others.add(claim);
                disputed |= !compatible.test(given.get(), shown);
            }
        }
        return new Choice<>(shown, holders, others, disputed);
    }
}
