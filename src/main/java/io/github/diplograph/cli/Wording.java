package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.load.Difference;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Planned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Differences in words: things by their names, properties by what they were and become. */
final class Wording {

    /** Follow from others, and are left out where only the gist is asked for. */
    private static final Set<String> DERIVED = Set.of(
            "check",
            "disputed",
            "earliest",
            "fromEarliest",
            "fromLatest",
            "inferred",
            "latest",
            "passageOffsets",
            "quoteOffsets",
            "speech",
            "textSha256",
            "toEarliest",
            "toLatest");

    /** How many properties of one thing the gist has. */
    private static final int FEW = 3;

    private static final int LONGEST = 48;

    private Wording() {}

    /** What something is and is called: {@code event "United Kingdom warned Israel"}. */
    static String thing(Planned planned) {
        Element element = planned.difference().element();
        if (element.isEdge()) {
            return cut(planned.from()) + " -" + Visible.of(element.word()) + "-> " + cut(planned.to());
        }
        String name = planned.name().isEmpty() ? element.id() : planned.name();
        return Visible.of(element.word().toLowerCase(Locale.ROOT)) + " \"" + cut(name) + '"';
    }

    /** The properties that change, in short. */
    static String gist(Changed changed) {
        List<String> properties = new ArrayList<>();
        // the statement tells it
        boolean isClaim = changed.element().word().equals("Claim");
        for (String name : names(changed)) {
            if (!DERIVED.contains(name) && !(isClaim && name.equals("says"))) {
                properties.add(property(
                        Visible.of(name),
                        changed.before().get(name),
                        changed.after().get(name)));
            }
        }
        if (!changed.formerly().equals(changed.element().word())) {
            properties.add("kind " + kinds(changed));
        }
        int more = properties.size() - FEW;
        return String.join("; ", properties.subList(0, Math.min(FEW, properties.size())))
                + (more > 0 ? "; " + more + " more" : "");
    }

    /** All that changes, a line each. */
    static List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        if (difference instanceof Created created) {
            created.properties().forEach((name, value) -> lines.add(Visible.of(name) + ": " + value(value)));
            sources(lines, "+", created.sources());
        } else if (difference instanceof Changed changed) {
            if (!changed.formerly().equals(changed.element().word())) {
                lines.add("kind: " + kinds(changed));
            }
            names(changed)
                    .forEach(name -> lines.add(
                            Visible.of(name) + ": " + value(changed.before().get(name)) + " → "
                                    + value(changed.after().get(name))));
            sources(lines, "+", changed.added());
            sources(lines, "-", changed.removed());
        } else if (difference instanceof Difference.Retracted retracted) {
            sources(lines, "-", retracted.removed());
        }
        return lines;
    }

    /** A label may have been given by somebody else's hand, and be any text. */
    private static String kinds(Changed changed) {
        return Visible.of((changed.formerly().isEmpty() ? "none" : changed.formerly()) + " → "
                + changed.element().word());
    }

    private static void sources(List<String> lines, String sign, List<String> sources) {
        sources.forEach(source -> lines.add(sign + " rests on " + Visible.of(source)));
    }

    private static Collection<String> names(Changed changed) {
        Set<String> names = new TreeSet<>(changed.before().keySet());
        names.addAll(changed.after().keySet());
        return names;
    }

    /** Lists by what comes and goes, single values by what they were and become. */
    private static String property(String name, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Collection<?> || after instanceof Collection<?>) {
            List<Object> comes = new ArrayList<>(after instanceof Collection<?> list ? list : List.of());
            List<Object> goes = new ArrayList<>(before instanceof Collection<?> list ? list : List.of());
            List<Object> both = List.copyOf(comes);
            comes.removeAll(goes);
            goes.removeAll(both);
            String text = comes.stream().map(item -> " + " + value(item)).collect(Collectors.joining())
                    + goes.stream().map(item -> " − " + value(item)).collect(Collectors.joining());
            return name + (text.isEmpty() ? " in another order" : text);
        }
        return before == null
                ? name + " " + value(after) + " (new)"
                : after == null
                        ? name + " " + value(before) + " (no longer)"
                        : name + " " + value(before) + " → " + value(after);
    }

    /** A value as people read it. */
    static String value(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(Wording::value).collect(Collectors.joining(", "));
        }
        return value == null ? "nothing" : cut(value.toString());
    }

    private static String cut(String text) {
        String visible = Visible.of(text);
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** Things counted by their kind: {@code 3 events, 1 person}. */
    static String counted(Map<String, Long> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + plural(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String plural(String kind, long number) {
        if (number == 1) {
            return kind;
        }
        return kind.equals("person") ? "people" : kind.endsWith("y") ? kind.replaceFirst("y$", "ies") : kind + "s";
    }
}
