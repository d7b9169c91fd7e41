package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What every name means. A name resolves if exactly one thing of an admitted kind has it as id, name, alias, code or
 * symbol, case and accents apart; never by guess.
 */
final class Names {

    /** One way in which a thing is written. */
    private record Named(String written, Ref ref, boolean id) {}

    private final Map<String, List<Named>> byFold = new HashMap<>();

    /** Lets a thing be found by one more name. */
    void add(String written, Ref ref) {
        add(written, ref, false);
    }

    /** Lets a thing be found by its id, which goes before every name. */
    void addId(String id, Ref ref) {
        add(id, ref, true);
    }

    private void add(String written, Ref ref, boolean id) {
        List<Named> named = byFold.computeIfAbsent(Fold.of(written), fold -> new ArrayList<>(1));
        named.add(new Named(written, ref, id));
    }

    /** Everything of the wanted kinds that has this name, once each, by id. */
    List<Ref> all(String written, Predicate<Ref> admitted) {
        List<Named> named = byFold.getOrDefault(Fold.of(written), List.of());
        if (named.isEmpty()) {
            return List.of();
        }
        if (named.size() == 1) {
            Ref only = named.get(0).ref();
            return admitted.test(only) ? List.of(only) : List.of();
        }
        List<Named> fitting =
                named.stream().filter(one -> admitted.test(one.ref())).toList();
        List<Ref> ids = refs(fitting, one -> one.id() && one.written().equals(written));
        if (ids.size() == 1) {
            return ids;
        }
        List<Ref> exact = refs(fitting, one -> one.written().equals(written));
        return exact.size() == 1 ? exact : refs(fitting, one -> true);
    }

    private static List<Ref> refs(List<Named> named, Predicate<Named> wanted) {
        return named.stream().filter(wanted).map(Named::ref).distinct().sorted().toList();
    }

    /**
     * The one thing that a name means.
     *
     * @param name the name as written
     * @param key the key that it stands under, for the message
     * @param wanted the kinds that the key admits, for the message
     * @param admitted whether a thing may stand here
     * @param problems told if there is none, or more than one
     */
    Optional<Ref> resolve(
            Text name, String key, String wanted, Predicate<Ref> admitted, Consumer<Diagnostic> problems) {
        List<Ref> found = all(name.text(), admitted);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        problems.accept(found.isEmpty() ? missing(name, key, wanted, admitted) : ambiguous(name, found));
        return Optional.empty();
    }

    private static Diagnostic ambiguous(Text name, List<Ref> found) {
        StringBuilder both = new StringBuilder();
        for (Ref ref : found) {
            both.append(both.isEmpty() ? "" : ", ")
                    .append(ref.id())
                    .append(" (")
                    .append(ref.name())
                    .append(')');
        }
        return Diagnostic.of(
                name.position(),
                Problem.AMBIGUOUS_NAME,
                "\"" + name.text() + "\" means " + found.size() + " things here: " + both,
                "write the id of the one that is meant");
    }

    private Diagnostic missing(Text name, String key, String wanted, Predicate<Ref> admitted) {
        List<Ref> others = all(name.text(), ref -> true);
        if (!others.isEmpty()) {
            Ref other = others.get(0);
            return Diagnostic.of(
                    name.position(),
                    Problem.WRONG_KIND,
                    "\"" + name.text() + "\" is " + Admitted.a(other.kind()) + ", and `" + key + "` takes " + wanted,
                    nearest(name.text(), admitted)
                            .map(choice -> "did you mean \"" + choice + "\"?")
                            .orElse(null));
        }
        return Diagnostic.of(
                name.position(),
                Problem.UNKNOWN_NAME,
                "nothing is named \"" + name.text() + "\"",
                nearest(name.text(), admitted)
                        .map(choice -> "did you mean \"" + choice + "\"?")
                        .orElse("`" + key + "` takes " + wanted + "; define what is missing under `entities`"));
    }

    private Optional<String> nearest(String written, Predicate<Ref> admitted) {
        TreeSet<String> choices = new TreeSet<>(Comparator.naturalOrder());
        int length = written.length();
        for (List<Named> named : byFold.values()) {
            for (Named one : named) {
                if (Math.abs(one.written().length() - length) <= Math.max(1, length / 3) && admitted.test(one.ref())) {
                    choices.add(one.written());
                }
            }
        }
        return Nearest.to(written, choices);
    }
}
