package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The votes, statements, events and figures to which curators gave ids, so that others can refer to them. */
final class Occurrences {

    /** The sections whose entries become nodes of their own. */
    static final Set<String> SECTIONS = Set.of("votes", "statements", "events", "figures");

    /** What the first entry with an id says it is. */
    private record Declared(String kind, String verb, String name, Position position) {

        boolean isLike(Declared other) {
            return kind.equals(other.kind) && verb.equals(other.verb);
        }
    }

    private final Map<String, Declared> declared = new TreeMap<>();
    private final SameAs sameAs = new SameAs();
    /** Entries that proved to be something else, by the text that says so. */
    private final Map<Text, Declared> proved = new LinkedHashMap<>();

    private final Map<String, List<Text>> speakers = new TreeMap<>();
    private final Map<String, List<Ref>> each = new HashMap<>();

    /** Notes an entry's id, and says so if something else has it. */
    void declare(Entry entry, Consumer<Diagnostic> problems) {
        String section = entry.kind().section();
        Optional<Text> named = entry.text("id");
        Optional<Text> same = entry.text("same as");
        if (!SECTIONS.contains(section) || named.isEmpty() && same.isEmpty()) {
            return;
        }
        String kind = section.substring(0, section.length() - 1);
        String verb = entry.verb().map(Verb::name).orElse("");
        Position position = named.map(Text::position).orElse(entry.position());
        String name = entry.text("name").map(Text::text).orElseGet(() -> named.map(
                        text -> text.text().replace('-', ' '))
                .orElse(""));
        Declared made = new Declared(kind, verb, name, position);
        same.ifPresent(other -> proved.put(other, made));
        if (named.isEmpty()) {
            return;
        }
        String id = named.get().text();
        Declared before = declared.putIfAbsent(id, made);
        if (before != null && !before.isLike(made)) {
            problems.accept(Diagnostic.of(
                    position,
                    Problem.DUPLICATE_ID,
                    "\"" + id + "\" is " + what(made) + " here and " + what(before) + " at " + before.position(),
                    "give one of the two another id"));
        }
        same.ifPresent(other -> sameAs.add(id, other));
        List<Text> by = entry.texts("by");
        if (kind.equals("statement") && by.size() > 1 && !entry.flag("joint")) {
            speakers.computeIfAbsent(id, key -> new ArrayList<>()).addAll(by);
        }
    }

    /**
     * Lets every declared id be found, once all names are known.
     *
     * @param taken what has an id of its own beside occurrences, as a message names it
     */
    void nameIn(Names names, Function<String, Optional<String>> taken, Consumer<Diagnostic> problems) {
        sameAs.settle(problems);
        declared.forEach((id, what) -> {
            taken.apply(id)
                    .ifPresent(other -> problems.accept(Diagnostic.of(
                            what.position(),
                            Problem.DUPLICATE_ID,
                            "\"" + id + "\" is " + what(what) + " here and the id of " + other,
                            "give one of the two another id")));
            names.addId(id, new Ref(target(id), what.kind(), what.kind(), what.name()));
        });
        Set<String> single = new HashSet<>();
        speakers.forEach((id, by) -> {
            List<Ref> statements = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Text name : by) {
                for (Ref speaker : names.all(name.text(), ref -> !Admitted.occurrence(ref))) {
                    String one = target(id) + "--" + speaker.id();
                    if (seen.add(one)) {
                        Ref ref = new Ref(one, "statement", "statement", one);
                        statements.add(ref);
                        names.addId(one, ref);
                        single.add(one);
                    }
                }
            }
            each.put(target(id), statements);
        });
        single.stream()
                .sorted()
                .filter(declared::containsKey)
                .forEach(id -> problems.accept(Diagnostic.of(
                        Objects.requireNonNull(declared.get(id)).position(),
                        Problem.DUPLICATE_ID,
                        "\"" + id + "\" is the id of one speaker's statement among several already",
                        "give it another id")));
        proved.forEach((other, made) -> {
            if (!single.contains(other.text())) {
                checkSame(other, made, problems);
            }
        });
    }

    private void checkSame(Text other, Declared made, Consumer<Diagnostic> problems) {
        Declared meant = declared.get(other.text());
        if (meant == null) {
            problems.accept(Diagnostic.of(
                    other.position(),
                    Problem.UNKNOWN_NAME,
                    "no entry has the id " + Mistakes.quoted(other.text()),
                    "`same as` takes the id of the vote, statement, event or figure that this one proved to be"));
        } else if (!meant.isLike(made)) {
            problems.accept(Diagnostic.of(
                    other.position(),
                    Problem.WRONG_KIND,
                    "\"" + other.text() + "\" is " + what(meant) + ", and this entry is " + what(made),
                    "only entries with the same kind and verb can be one thing"));
        }
    }

    /** The occurrences that a reference means: each speaker's statement where several made one separately. */
    List<Ref> all(Ref ref) {
        return each.getOrDefault(ref.id(), List.of(ref));
    }

    /** The id that an id stands for after {@code same as}. */
    String target(String id) {
        return sameAs.target(id);
    }

    private static String what(Declared declared) {
        String article = declared.kind().equals("event") ? "an " : "a ";
        return article + declared.kind() + (declared.verb().isEmpty() ? "" : " (" + declared.verb() + ")");
    }
}
