package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The votes, statements, events and figures to which curators gave ids, so that others can refer to them. */
final class Occurrences {

    /** The sections whose entries become nodes of their own. */
    static final Set<String> SECTIONS = Set.of("votes", "statements", "events", "figures");

    /** What the first entry with an id says it is. */
    private record Declared(String kind, String verb, String name, Position position) {}

    private final Map<String, Declared> declared = new TreeMap<>();
    private final Map<String, Text> sameAs = new TreeMap<>();
    private final Map<String, List<Text>> speakers = new HashMap<>();
    private final Map<String, List<Ref>> each = new HashMap<>();

    /** Notes an entry's id, and says so if something else has it. */
    void declare(Entry entry, Consumer<Diagnostic> problems) {
        String section = entry.kind().section();
        if (!SECTIONS.contains(section) || entry.text("id").isEmpty()) {
            return;
        }
        Text id = entry.text("id").get();
        String kind = section.substring(0, section.length() - 1);
        String verb = entry.verb().map(one -> one.name()).orElse("");
        Declared before = declared.putIfAbsent(
                id.text(),
                new Declared(
                        kind,
                        verb,
                        entry.text("name").map(Text::text).orElse(id.text().replace('-', ' ')),
                        id.position()));
        if (before != null && !(before.kind().equals(kind) && before.verb().equals(verb))) {
            problems.accept(Diagnostic.of(
                    id.position(),
                    Problem.DUPLICATE_ID,
                    "\"" + id.text() + "\" is " + what(kind, verb) + " here and " + what(before.kind(), before.verb())
                            + " at " + before.position(),
                    "give one of the two another id"));
        }
        entry.text("same as").ifPresent(other -> sameAs.put(id.text(), other));
        List<Text> by = entry.texts("by");
        if (kind.equals("statement") && by.size() > 1 && !entry.flag("joint")) {
            speakers.computeIfAbsent(id.text(), key -> new ArrayList<>()).addAll(by);
        }
    }

    /** Lets every declared id be found, once all names are known. */
    void nameIn(Names names, Entities entities, Set<String> articles, Consumer<Diagnostic> problems) {
        sameAs.forEach((id, other) -> {
            if (!declared.containsKey(other.text())) {
                problems.accept(Diagnostic.of(
                        other.position(),
                        Problem.UNKNOWN_NAME,
                        "no entry has the id \"" + other.text() + "\"",
                        "`same as` takes the id of the vote, statement or event that this one proved to be"));
            } else if (cycles(id)) {
                problems.accept(Diagnostic.of(
                        other.position(),
                        Problem.SAME_AS_CYCLE,
                        "\"" + id + "\" is the same as itself, by way of \"" + other.text() + "\"",
                        "let one of them stand without `same as`"));
            }
        });
        declared.forEach((id, what) -> {
            boolean entity = entities.get(id).isPresent();
            if (entity || articles.contains(id)) {
                problems.accept(Diagnostic.of(
                        what.position(),
                        Problem.DUPLICATE_ID,
                        "\"" + id + "\" is " + what(what.kind(), what.verb()) + " here and the id of "
                                + (entity ? "an entity" : "an article"),
                        "give one of the two another id"));
            }
            names.addId(id, new Ref(target(id), what.kind(), what.kind(), what.name()));
        });
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
                    }
                }
            }
            each.put(target(id), statements);
        });
    }

    /** The occurrences that a reference means: each speaker's statement where several made one separately. */
    List<Ref> all(Ref ref) {
        return each.getOrDefault(ref.id(), List.of(ref));
    }

    /** The id that an id stands for after {@code same as}. */
    String target(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (sameAs.containsKey(at) && seen.add(at)) {
            at = sameAs.get(at).text();
        }
        return at;
    }

    private boolean cycles(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (sameAs.containsKey(at)) {
            if (!seen.add(at)) {
                return true;
            }
            at = sameAs.get(at).text();
        }
        return false;
    }

    private static String what(String kind, String verb) {
        String article = kind.equals("event") ? "an " : "a ";
        return verb.isEmpty() ? article + kind : article + kind + " (" + verb + ")";
    }
}
