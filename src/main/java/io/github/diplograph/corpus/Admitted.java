package io.github.diplograph.corpus;

import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which kinds of things a key takes, a group standing wherever its members might. */
final class Admitted {

    private static final Set<String> OCCURRENCES = Set.of("vote", "statement", "event");

    private final Vocabulary vocabulary;

    Admitted(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean by(Set<String> kinds, Ref ref) {
        return kinds.contains(ref.kind())
                || kinds.contains(ref.of())
                || kinds.contains("occurrence") && occurrence(ref)
                || kinds.contains("agent") && agent(ref.of())
                || kinds.contains("thing") && !occurrence(ref) && !ref.kind().equals("figure");
    }

    static boolean occurrence(Ref ref) {
        return OCCURRENCES.contains(ref.kind());
    }

    private boolean agent(String kind) {
        return kind.equals("group")
                || vocabulary
                        .kind(kind)
                        .map(Kind::family)
                        .filter(Kind.Family.AGENT::equals)
                        .isPresent();
    }

    /** The kinds as a message names them: {@code a person, a state or a group}. */
    static String words(Set<String> kinds) {
        Set<String> words = new LinkedHashSet<>();
        for (String kind : new TreeSet<>(kinds)) {
            switch (kind) {
                case "agent" -> words.addAll(List.of("a person", "a state", "an organisation", "a group"));
                case "occurrence" -> words.addAll(List.of("a vote", "a statement", "an event"));
                case "thing" -> words.add("anything under `entities`");
                case "article" -> words.add("`article`");
                default -> words.add(a(kind));
            }
        }
        String all = String.join(", ", words);
        int comma = all.lastIndexOf(", ");
        return comma < 0 ? all : all.substring(0, comma) + " or " + all.substring(comma + 2);
    }

    /** A noun with its article. */
    static String a(String noun) {
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
