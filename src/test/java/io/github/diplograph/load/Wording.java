package io.github.diplograph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the curators of a {@link Newsroom} write: random entries over few names, so that they often speak of the same
 * thing, agree or not, and refer to what others define.
 */
final class Wording {

    /** Entities that corpora define themselves. */
    static final List<String> DEFINED = List.of("p0", "p1", "p2", "o0", "o1", "r0", "r1", "g0", "c0");

    private static final List<String> VOTERS = List.of("US", "UK", "France", "Russia", "China", "Japan", "Malta");
    private static final List<String> AGENTS = List.of("p0", "p1", "p2", "o0", "o1", "US", "Israel", "The Chief", "UK");
    private static final List<String> THINGS = List.of("p0", "p1", "o0", "r0", "r1", "g0", "Israel", "US", "The Chief");
    private static final List<String> OCCURRENCES = List.of("v0", "v1", "s0", "s1", "e0", "e1");
    private static final List<String> DATES =
            List.of("2024-03-25", "2024-03-24", "2024-03", "2024-03-20/2024-03-25", "2024-03-25?");
    private static final List<String> RANDOM = List.of("0", "1", "2");

    /** What differs by a word, a mark or a digit from what is meant. */
    private static final List<List<String>> EXCHANGED = List.of(
            List.of(" for: [", " against: [", " abstained: [", " not voting: ["),
            List.of("[Alias p0, Another p0]", "[\"Alias p0, Another p0\"]", "[Another p0, Alias p0]"),
            List.of("[Alias o0, Another o0]", "[\"Alias o0, Another o0\"]", "[Another o0, Alias o0]"),
            List.of(": this", ": that"),
            List.of(": true", ": false"),
            List.of("date: 2024-03-25", "date: 2024-03-24", "date: 2024-03"),
            List.of("by: p0", "by: [p0, p1]", "by: [p1, p0]"),
            List.of("value: 130", "value: 140"),
            List.of("quantity: 30", "quantity: 31"));

    /** An entry of a section as written there, without indentation. */
    record Entry(String section, String text) {

        /** What an entry under {@code entities} defines. */
        String defined() {
            return text.substring(0, text.indexOf(':'));
        }
    }

    private final Random random;
    private final List<String> keys = new ArrayList<>();

    private Wording(Random random) {
        this.random = random;
    }

    static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** One plain definition of each. */
    static List<Entry> definitions(List<String> of) {
        return of.stream()
                .map(id -> new Entry("entities", id + ": " + new Wording(new Random()).named(id, "Called " + id)))
                .toList();
    }

    /** A definition: name, aliases, a property, perhaps that it is the same as another. */
    static Entry definition(String id, Random random) {
        Wording written = new Wording(random);
        char kind = id.charAt(0);
        String name = random.nextInt(6) == 0 ? "Renamed " + id : "Called " + id;
        written.named(id, name);
        if (kind == 'g') {
            written.sometimes(2, "count", RANDOM);
        } else if (kind == 'r') {
            written.sometimes(3, "symbol", List.of("S/" + id, "S/x" + id));
        }
        if (random.nextInt(2) == 0) {
            List<String> aliases = new ArrayList<>(List.of("Alias " + id));
            if (kind == 'p' && random.nextInt(2) == 0) {
                aliases.add("The Chief");
            }
            if (random.nextInt(2) == 0) {
                aliases.add("Another " + id);
            }
            written.keys.add("aliases: " + aliases);
        }
        if (random.nextInt(6) == 0) {
            written.key("same as", kind + (id.endsWith("0") ? "1" : "0"));
        }
        if (kind == 'p' || kind == 'o') {
            written.sometimes(6, "tonnage", List.of("10", "20"));
        }
        return new Entry("entities", id + ": " + written);
    }

    private Wording named(String id, String name) {
        return switch (id.charAt(0)) {
            case 'p' -> key("person", name);
            case 'o' -> key("organisation", name);
            case 'g' -> key("group", name).key("of", "state");
            case 'c' -> key("office", name).key("of", "o0");
            default -> key("resolution", name);
        };
    }

    /** Another entry of the same section, on the same thing if it is a definition. */
    static Entry similar(Entry entry, Random random) {
        return entry.section().equals("entities")
                ? definition(entry.defined(), random)
                : entry(entry.section(), random);
    }

    /** The same entry with one word exchanged, as somebody corrects a slip; itself where there is none to exchange. */
    static Entry corrected(Entry entry, Random random) {
        List<List<String>> slips = new ArrayList<>();
        for (List<String> words : EXCHANGED) {
            for (String word : words) {
                for (String other : words) {
                    if (entry.text().contains(word) && !entry.text().contains(other)) {
                        slips.add(List.of(word, other));
                    }
                }
            }
        }
        if (slips.isEmpty()) {
            return entry;
        }
        List<String> slip = slips.get(random.nextInt(slips.size()));
        return new Entry(entry.section(), entry.text().replace(slip.get(0), slip.get(1)));
    }

    /** Any entry. */
    static Entry entry(Random random) {
        return entry(
                any(
                        List.of(
                                "votes",
                                "votes",
                                "votes",
                                "statements",
                                "statements",
                                "statements",
                                "events",
                                "events",
                                "roles",
                                "ties",
                                "figures",
                                "attributes",
                                "attributes"),
                        random),
                random);
    }

    private static Entry entry(String section, Random random) {
        Wording written = new Wording(random);
        switch (section) {
            case "votes" -> written.vote();
            case "statements" -> written.statement();
            case "events" -> written.event();
            case "roles" ->
                written.key("person", written.one(List.of("p0", "p1", "p2", "The Chief")))
                        .key("office", "c0")
                        .sometimes(2, "from", List.of("2020", "2021-05", "2022-01-01"))
                        .sometimes(4, "until", List.of("2024", "2024-02"))
                        .sometimes(4, "date", DATES);
            case "ties" ->
                written.key("subject", written.one(List.of("p0", "p1", "o0", "The Chief", "Israel")))
                        .key("tie", written.one(List.of("member of", "part of")))
                        .key("object", "o1")
                        .sometimes(3, "from", List.of("2020", "2021"));
            case "figures" ->
                written.key("measure", written.one(List.of("deaths", "ships")))
                        .key("about", written.one(THINGS))
                        .key("value", written.one(List.of("130", "1.50", "140")))
                        .sometimes(2, "comparator", List.of("about", "over"))
                        .key("date", written.one(DATES))
                        .sometimes(3, "according to", AGENTS);
            default -> written.attribute();
        }
        if (!section.equals("attributes")) {
            written.sometimes(8, "note", RANDOM);
        }
        written.sometimes(8, "hedge", List.of("believed", "may"));
        written.key("passage", "x");
        return new Entry(section, written.toString());
    }

    private void vote() {
        key("id", one(List.of("v0", "v0", "v1")));
        sometimes(9, "claim", List.of("again", "once-more"));
        if (random.nextInt(4) > 0) {
            key("resolution", one(List.of("r0", "r0", "r1")))
                    .key("body", "UN Security Council")
                    .key("date", "2024-03-25");
        }
        List<String> left = new ArrayList<>(VOTERS);
        for (String choice : List.of("for", "against", "abstained", "not voting")) {
            List<String> voters = new ArrayList<>();
            for (int number = random.nextInt(3); number > 0 && !left.isEmpty(); number--) {
                voters.add(left.remove(random.nextInt(left.size())));
            }
            if (!voters.isEmpty()) {
                keys.add(choice + ": " + voters);
            }
        }
        sometimes(4, "others", List.of("for", "abstained"));
        sometimes(3, "result", List.of("passed", "failed"));
        if (random.nextInt(3) == 0) {
            keys.add("counts: {for: " + (9 + random.nextInt(3)) + "}");
        }
    }

    private void statement() {
        sometimes(3, "id", List.of("s0", "s1"));
        if (random.nextInt(6) == 0) {
            keys.add("by: [US, " + one(List.of("UK", "p0")) + "]");
            sometimes(2, "joint", List.of("true"));
        } else {
            key("by", one(AGENTS));
        }
        sometimes(6, "on behalf of", AGENTS);
        sometimes(2, "date", DATES);
        if (random.nextInt(6) == 0) {
            keys.add("points: [{verb: urged, towards: Israel, says: a}, {verb: " + one(List.of("condemned", "praised"))
                    + ", towards: " + one(AGENTS) + ", says: b}]");
            return;
        }
        key("verb", one(List.of("condemned", "urged", "welcomed", "praised", "lauded loudly")));
        sometimes(1, "towards", random.nextInt(4) == 0 ? OCCURRENCES : THINGS);
        sometimes(3, "about", random.nextBoolean() ? OCCURRENCES : THINGS);
        key("says", one(List.of("this", "that")));
        sometimes(5, "negated", List.of("true"));
        sometimes(6, "according to", AGENTS);
        sometimes(6, "explains", List.of("v0", "v1"));
        sometimes(6, "in response to", OCCURRENCES);
    }

    private void event() {
        sometimes(2, "id", List.of("e0", "e1"));
        if (random.nextInt(3) == 0) {
            key("verb", "met with").key("by", agents()).key("towards", one(AGENTS));
        } else {
            key("verb", one(List.of("suspended licences", "attacked")))
                    .key("by", agents())
                    .key("towards", one(List.of("Israel", "Russia", "p0")));
            sometimes(2, "quantity", List.of("30", "31"));
        }
        sometimes(2, "date", DATES);
        sometimes(3, "status", List.of("planned", "cancelled", "ongoing"));
        sometimes(6, "on behalf of", AGENTS);
        sometimes(6, "in response to", OCCURRENCES);
        sometimes(6, "about", THINGS);
        sometimes(6, "according to", AGENTS);
    }

    /** One or two agents. */
    private String agents() {
        return random.nextInt(5) == 0 ? "[p0, " + one(List.of("p1", "US", "Israel")) + "]" : one(AGENTS);
    }

    private void attribute() {
        switch (random.nextInt(4)) {
            case 0 ->
                key("about", one(List.of("p0", "o0")))
                        .key("property", "tonnage")
                        .key("value", one(RANDOM));
            case 1 ->
                key("about", one(List.of("p0", "p1", "The Chief")))
                        .key("property", "birth")
                        .key("value", one(List.of("1950", "1951-02-01")));
            default ->
                key("about", one(List.of("r0", "r1", "v0")))
                        .key("property", "binding")
                        .key("value", one(List.of("true", "false")));
        }
        sometimes(4, "according to", AGENTS);
    }

    /** The article or data set of a file, with or without a day of publication. */
    static String header(Random random) {
        if (random.nextInt(5) == 0) {
            return "article: {id: art-of-several-files, published: 2024-04-02, title: Title, publisher: o1}";
        }
        Wording written = new Wording(random);
        written.key("id", "art-" + random.nextInt(1000));
        if (random.nextInt(6) > 0) {
            written.key("published", "2024-0" + (4 + random.nextInt(3)) + "-0" + (1 + random.nextInt(3)));
        }
        written.sometimes(3, "title", List.of("Title", "Headline"));
        written.sometimes(3, "publisher", List.of("o0", "o1"));
        return (random.nextInt(5) == 0 ? "dataset" : "article") + ": " + written;
    }

    /** A verb and a property of one's own, or none. */
    static String vocabulary(Random random) {
        return random.nextInt(5) == 0
                ? ""
                : """
                  verbs:
                    speech:
                      lauded loudly: {edge: %s, actors: [agent], targets: [agent, thing, occurrence], meaning: Said so loudly.}
                  properties:
                    tonnage: {type: number, of: [%s], disputable: true, meaning: How heavy it is.}
                  """
                        .formatted(
                                random.nextBoolean() ? "LAUDED_LOUDLY" : "CRIED_OUT_FOR",
                                random.nextBoolean() ? "thing" : "organisation, person");
    }

    private String one(List<String> of) {
        return any(of, random);
    }

    private Wording key(String key, String value) {
        keys.add(key + ": " + value);
        return this;
    }

    private Wording sometimes(int of, String key, List<String> values) {
        return random.nextInt(of) == 0 ? key(key, one(values)) : this;
    }

    @Override
    public String toString() {
        return "{" + String.join(", ", keys) + "}";
    }
}
