package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which ids proved to be which others: the chains of {@code same as}, followed to their ends. */
final class SameAs {

    private final Map<String, Text> said = new TreeMap<>();
    private final Map<String, String> targets = new HashMap<>();

    void add(String id, Text other) {
        said.put(id, other);
    }

    /** The ids that are another's, each with the text that says so, by id. */
    Map<String, Text> said() {
        return said;
    }

    /** Follows all chains to their ends; of those that go round in a circle one link is told and left out. */
    void settle(Consumer<Diagnostic> problems) {
        for (String id : List.copyOf(said.keySet())) {
            Map<String, Integer> path = new HashMap<>();
            List<String> walked = new ArrayList<>();
            String at = id;
            while (!targets.containsKey(at) && said.containsKey(at) && !path.containsKey(at)) {
                path.put(at, walked.size());
                walked.add(at);
                at = said.get(at).text();
            }
            if (path.containsKey(at)) {
                at = cut(walked.subList(path.get(at), walked.size()), problems);
            }
            String end = targets.getOrDefault(at, at);
            walked.forEach(one -> targets.put(one, end));
        }
    }

    private String cut(List<String> circle, Consumer<Diagnostic> problems) {
        String id = circle.stream().sorted().findFirst().orElseThrow();
        Text other = said.remove(id);
        problems.accept(Diagnostic.of(
                other.position(),
                Problem.SAME_AS_CYCLE,
                "\"" + id + "\" is the same as itself, by way of \"" + other.text() + "\"",
                "let one of them stand without `same as`"));
        return id;
    }

    /** The id that an id stands for in the end. */
    String target(String id) {
        return targets.getOrDefault(id, id);
    }
}
