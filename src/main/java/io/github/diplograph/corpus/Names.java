package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every name means. A name resolves if exactly one thing of an admitted kind has it as id, name, alias, code or
 * symbol, case and accents apart; never by guess.
 */
final class Names {

    /** So many things may be called alike. */
    static final int MOST_ALIKE = 500;

    private static final int FEW = 10;

    /** One way in which a thing is written. */
    private record Named(String written, Ref ref, boolean id) {}

    private final Map<String, List<Named>> byFold = new HashMap<>();
    /** The same lists by the spellings that curators gave, so that most names need no folding. */
    private final Map<String, List<Named>> byWritten = new HashMap<>();

    private final Set<String> untyped = new HashSet<>();
    private List<List<Named>> byLength = List.of();

    /** Lets a thing be found by one more name; false if too many things are called so already. */
    boolean add(String written, Ref ref) {
        return add(written, ref, false);
    }

    /** Lets a thing be found by its id, which goes before every name; false if too many things are called so already. */
    boolean addId(String id, Ref ref) {
        return add(id, ref, true);
    }

    private boolean add(String written, Ref ref, boolean id) {
        List<Named> named = byFold.computeIfAbsent(Fold.of(written), fold -> new ArrayList<>(1));
        if (named.size() == MOST_ALIKE) {
            return false;
        }
        named.add(new Named(written, ref, id));
        byWritten.put(written, named);
        return true;
    }

    /** Remembers what somebody meant to define and has been told why it is no definition. */
    void addUntyped(Set<String> called) {
        called.forEach(name -> untyped.add(Fold.of(name)));
    }

    /** Makes ready for looking up what is nearest to a name; after this nothing is added. */
    void settle() {
        List<List<Named>> all = new ArrayList<>();
        byFold.values()
                .forEach(named -> named.forEach(one -> {
                    while (all.size() <= Math.min(one.written().length(), Nearest.LONGEST)) {
                        all.add(new ArrayList<>());
                    }
                    if (one.written().length() <= Nearest.LONGEST) {
                        all.get(one.written().length()).add(one);
                    }
                }));
        byLength = all;
    }

    private List<Named> named(String written) {
        List<Named> known = byWritten.get(written);
        return known != null ? known : byFold.getOrDefault(Fold.of(written), List.of());
    }

    /** The one thing of the wanted kinds that has this name, if it is the only thing of all that has it. */
    @Nullable
    Ref only(String written, Predicate<Ref> admitted) {
        List<Named> named = named(written);
        if (named.isEmpty()) {
            return null;
        }
        Ref only = named.get(0).ref();
        for (Named one : named) {
            if (!one.ref().equals(only)) {
                return null;
            }
        }
        return admitted.test(only) ? only : null;
    }

    /** Everything of the wanted kinds that has this name, once each, by id; an exact match goes before all others. */
    List<Ref> all(String written, Predicate<Ref> admitted) {
        List<Named> named = named(written);
        if (named.size() == 1) {
            Ref only = named.get(0).ref();
            return admitted.test(only) ? List.of(only) : List.of();
        }
        Set<Ref> ids = new LinkedHashSet<>();
        Set<Ref> exact = new LinkedHashSet<>();
        Set<Ref> fitting = new LinkedHashSet<>();
        for (Named one : named) {
            if (admitted.test(one.ref())) {
                fitting.add(one.ref());
                if (one.written().equals(written)) {
                    exact.add(one.ref());
                    if (one.id()) {
                        ids.add(one.ref());
                    }
                }
            }
        }
        Set<Ref> found = ids.size() == 1 ? ids : exact.size() == 1 ? exact : fitting;
        return found.size() == 1
                ? List.of(found.iterator().next())
                : found.stream().sorted().toList();
    }

    /**
     * The one thing that a name means.
     *
     * @param name the name as written
     * @param key the key that it stands under, for the message
     * @param wanted the kinds that the key admits, for the message
     * @param admitted whether a thing may stand here
     * @param problems told if there is none, or more than one; not of what is missing for a mistake in its definition
     */
    Optional<Ref> resolve(Text name, String key, Supplier<String> wanted, Predicate<Ref> admitted, Mistakes problems) {
        List<Ref> found = all(name.text(), admitted);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (found.isEmpty() && named(name.text()).isEmpty() && untyped.contains(Fold.of(name.text()))) {
            return Optional.empty();
        }
        problems.accept(
                found.isEmpty() ? missing(name, key, wanted.get(), admitted, problems) : ambiguous(name, found));
        return Optional.empty();
    }

    private static Diagnostic ambiguous(Text name, List<Ref> found) {
        StringBuilder both = new StringBuilder();
        for (Ref ref : found.subList(0, Math.min(FEW, found.size()))) {
            both.append(both.isEmpty() ? "" : ", ")
                    .append(ref.id())
                    .append(" (")
                    .append(Mistakes.cut(ref.name()))
                    .append(')');
        }
        return Diagnostic.of(
                name.position(),
                Problem.AMBIGUOUS_NAME,
                Mistakes.quoted(name.text()) + " means " + found.size() + " things here: " + both
                        + (found.size() > FEW ? ", …" : ""),
                "write the id of the one that is meant");
    }

    private Diagnostic missing(Text name, String key, String wanted, Predicate<Ref> admitted, Mistakes problems) {
        Optional<String> nearest = problems.search(() -> nearest(name.text(), admitted));
        List<Ref> others = all(name.text(), ref -> true);
        if (!others.isEmpty()) {
            Ref other = others.get(0);
            return Diagnostic.of(
                    name.position(),
                    Problem.WRONG_KIND,
                    Mistakes.quoted(name.text()) + " is " + Admitted.a(other.kind()) + ", and `" + key + "` takes "
                            + wanted,
                    nearest.map(choice -> "did you mean \"" + choice + "\"?").orElse(null));
        }
        return Diagnostic.of(
                name.position(),
                Problem.UNKNOWN_NAME,
                "nothing is named " + Mistakes.quoted(name.text()),
                nearest.map(choice -> "did you mean \"" + choice + "\"?")
                        .orElse("`" + key + "` takes " + wanted + "; define what is missing under `entities`"));
    }

    private Optional<String> nearest(String written, Predicate<Ref> admitted) {
        List<String> choices = new ArrayList<>();
        int length = written.length();
        int away = Math.max(1, length / 3);
        for (int i = Math.max(0, length - away); i <= length + away && i < byLength.size(); i++) {
            for (Named one : byLength.get(i)) {
                if (choices.size() < Mistakes.MOST_CHOICES && admitted.test(one.ref())) {
                    choices.add(one.written());
                }
            }
        }
        return Nearest.to(written, choices);
    }
}
