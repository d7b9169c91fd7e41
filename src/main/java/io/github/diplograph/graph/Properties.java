package io.github.diplograph.graph;

import io.github.diplograph.corpus.Choice;
import io.github.diplograph.corpus.Claim;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.extraction.Value;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an entry's keys become in Neo4j: property names and values, and the choice among several entries' values. */
final class Properties {

    /** A date's names in the graph: as written, and its bounds. */
    private static final Map<String, List<String>> BOUNDS = Map.of(
            "date", List.of("earliest", "latest"),
            "from", List.of("fromEarliest", "fromLatest"),
            "to", List.of("toEarliest", "toLatest"),
            "published", List.of("earliest", "latest"));

    private Properties() {}

    /** The values that one entry gives, under the names that they have in the graph; dates with their bounds. */
    static Map<String, Object> of(Entry entry) {
        Map<String, Object> properties = new TreeMap<>();
        for (Key key : keys(entry)) {
            if (shown(key)) {
                value(entry, key)
                        .ifPresent(value -> properties.put(key.property().get(), value));
                if (key.type() == Type.DATE) {
                    entry.date(key.name())
                            .ifPresent(date -> bounds(key.property().get(), date, properties));
                }
            }
        }
        counts(entry, properties);
        return properties;
    }

    /** The keys that an entry may have, for an entity those of its kind. */
    static List<Key> keys(Entry entry) {
        if (!entry.kind().section().equals("entities")) {
            return entry.kind().keys();
        }
        String kind = entry.text("kind").map(Text::text).orElse("");
        return entry.kind().keys().stream().filter(key -> key.suits(kind)).toList();
    }

    /** Whether a key's value is a property of the element; names that draw edges are not. */
    private static boolean shown(Key key) {
        return key.property().isPresent()
                && !(key.type() == Type.NAME && key.edge().isPresent());
    }

    /** One key's value as Neo4j keeps it. */
    static Optional<Object> value(Entry entry, Key key) {
        return Optional.ofNullable(entry.values().get(key.name()))
                .flatMap(value -> plain(value, key.many() || key.type() == Type.KEYS));
    }

    /** A value as Neo4j keeps it; empty for counts, which are several. */
    static Optional<Object> plain(Value value, boolean many) {
        if (value instanceof Value.Counts) {
            return Optional.empty();
        }
        Object plain = value.toString();
        if (value instanceof Value.Whole whole) {
            plain = whole.number();
        } else if (value instanceof Value.Decimal number) {
            plain = number(number.number());
        } else if (value instanceof Value.Flag flag) {
            plain = flag.set();
        } else if (value instanceof Value.Texts list) {
            List<String> texts = list.texts().stream().map(Text::text).toList();
            return Optional.of(many ? texts : texts.get(0));
        }
        return Optional.of(many ? List.of(plain) : plain);
    }

    /** Whole numbers as integers, others as floating point. */
    private static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    /** Adds the first and last day that a date may mean. */
    static void bounds(String property, Edtf date, Map<String, Object> properties) {
        List<String> names = BOUNDS.get(property);
        if (names != null) {
            date.earliest().ifPresent(day -> properties.put(names.get(0), day));
            date.latest().ifPresent(day -> properties.put(names.get(1), day));
        }
    }

    private static void counts(Entry entry, Map<String, Object> properties) {
        entry.counts().forEach((choice, count) -> properties.put(countName(choice), count));
    }

    private static String countName(String choice) {
        return choice.equals("not voting") ? "notVoting" : choice;
    }

    /**
     * What an element shows of several entries: lists unite, of single values one is chosen; what is disputed is named.
     *
     * @param claims all claims on the element, by the rule
     * @param disputed takes the names of disputed properties
     */
    static Map<String, Object> chosen(List<Claim> claims, Set<String> disputed) {
        if (claims.size() == 1) {
            return of(claims.get(0).entry());
        }
        Map<String, Object> shown = new TreeMap<>();
        Map<String, Key> keys = new TreeMap<>();
        claims.forEach(claim -> keys(claim.entry()).forEach(key -> keys.putIfAbsent(key.name(), key)));
        for (Key key : keys.values()) {
            if (!shown(key)) {
                continue;
            }
            String property = key.property().get();
            if (key.type() == Type.DATE) {
                Choice.ofDates(claims, claim -> claim.entry().date(key.name())).ifPresent(choice -> {
                    shown.put(property, choice.value().text());
                    bounds(property, choice.value(), shown);
                    note(choice.disputed(), key, property, disputed);
                });
            } else if (key.many() && key.type() != Type.WORDS) {
                Set<Object> all = new LinkedHashSet<>();
                claims.forEach(claim -> value(claim.entry(), key).ifPresent(value -> all.addAll((List<?>) value)));
                if (!all.isEmpty()) {
                    shown.put(property, new ArrayList<>(new TreeSet<>(all)));
                }
            } else {
                Choice.of(claims, claim -> value(claim.entry(), key)).ifPresent(choice -> {
                    shown.put(property, choice.value());
                    note(choice.disputed(), key, property, disputed);
                });
            }
        }
        for (String choice : List.of("for", "against", "abstained", "not voting")) {
            Choice.of(
                            claims,
                            claim -> Optional.ofNullable(claim.entry().counts().get(choice)))
                    .ifPresent(count -> {
                        shown.put(countName(choice), count.value());
                        if (count.disputed()) {
                            disputed.add(countName(choice));
                        }
                    });
        }
        return shown;
    }

    private static void note(boolean differ, Key key, String property, Set<String> disputed) {
        if (differ && key.disputable()) {
            disputed.add(property);
        }
    }

    /** Days on which something is attested, tightening the bounds of a tie or role. */
    static void attested(List<Claim> claims, Map<String, Object> properties) {
        List<Edtf> days = claims.stream()
                .flatMap(claim -> claim.entry().date("date").stream())
                .toList();
        properties.remove("attested");
        if (days.isEmpty()) {
            return;
        }
        properties.put(
                "attested", days.stream().map(Edtf::text).distinct().sorted().toList());
        days.stream()
                .flatMap(day -> day.latest().stream())
                .min(LocalDate::compareTo)
                .ifPresent(day -> properties.merge("fromLatest", day, Properties::earlier));
        days.stream()
                .flatMap(day -> day.earliest().stream())
                .max(LocalDate::compareTo)
                .ifPresent(day -> properties.merge("toEarliest", day, Properties::later));
    }

    private static Object earlier(Object one, Object other) {
        return ((LocalDate) one).isBefore((LocalDate) other) ? one : other;
    }

    private static Object later(Object one, Object other) {
        return ((LocalDate) one).isAfter((LocalDate) other) ? one : other;
    }
}
