package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the entries of one document into claims: names resolved, identities built, words looked for. */
final class Resolver {

    /** So many pairs of things one document may join; what is applied in one transaction must fit into memory. */
    private static final long MOST_JOINED = 500_000;

    private static final Set<String> VOTING = Set.of("state", "person");

    private final String corpus;
    private final Links reader;
    private final Names names;
    private final Entities entities;
    private final Occurrences occurrences;
    private final Memberships memberships;
    private final Mistakes problems;
    private final Set<String> terms = new HashSet<>();

    /**
     * Prepares for any number of documents.
     *
     * @param corpus the name of the corpus
     * @param vocabulary kinds, verbs, ties and properties
     * @param names what every name means
     * @param entities what is defined
     * @param occurrences what curators gave ids to
     * @param offices the state or body of each office, by ids
     * @param memberships who belongs to which body
     * @param problems told of every mistake
     */
    Resolver(
            String corpus,
            Vocabulary vocabulary,
            Names names,
            Entities entities,
            Occurrences occurrences,
            Map<String, String> offices,
            Memberships memberships,
            Mistakes problems) {
        this.corpus = corpus;
        this.names = names;
        this.entities = entities;
        this.occurrences = occurrences;
        this.reader = new Links(vocabulary, names, occurrences, offices, problems);
        this.memberships = memberships;
        this.problems = problems;
    }

    /** The edges of the memberships that ballots rested on. */
    Set<String> terms() {
        return terms;
    }

    /** One document's claims, in the order written; entries with a mistake that hides what they speak of are left out. */
    List<Claim> claims(String document, @Nullable Header header, List<Entry> entries, Evidence evidence) {
        List<Claim> claims = new ArrayList<>(entries.size());
        Map<String, Entry> taken = new HashMap<>();
        int strangers = 0;
        Position first = null;
        long joined = 0;
        for (Entry entry : entries) {
            Map<String, List<Ref>> links = new TreeMap<>();
            boolean whole = reader.read(entry, header, links);
            List<Ref> by = links.getOrDefault("by", List.of());
            List<Ballot> ballots = List.of();
            if (entry.kind().section().equals("votes")) {
                Ballots reading = new Ballots(
                        entry,
                        memberships,
                        links.getOrDefault("body", List.of()),
                        header != null && header.dataset(),
                        terms,
                        problems);
                ballots = reading.read(this::voter);
                strangers += reading.strangers();
                first = first == null && strangers > 0 ? entry.position() : first;
            }
            joined += ballots.size() + joins(links);
            if (joined > MOST_JOINED && !document.equals(Registry.DOCUMENT)) {
                problems.accept(Diagnostic.of(
                        entry.position(),
                        Problem.FILE_TOO_LARGE,
                        "up to here the file joins more than " + MOST_JOINED + " pairs of things, as voter and vote",
                        "split it into several files: each is applied whole or not at all"));
                return claims;
            }
            EntryChecks.of(entry, header, problems);
            String identity = identity(entry, links, by, header, document);
            String thing = entry.text("id").map(Text::text).orElse(identity);
            String name =
                    entry.text("claim").map(claim -> thing + ":" + claim.text()).orElse(thing);
            String id = corpus + "/" + document + "#" + name;
            Words words = evidence.of(id, entry);
            boolean silent = header != null
                    && !header.dataset()
                    && entry.sound()
                    && words.check().isEmpty();
            if (silent && !entry.kind().section().equals("entities")) {
                problems.accept(Diagnostic.of(
                        entry.position(),
                        Problem.NO_WORDS,
                        "the entry cites no words of the article",
                        "give the few words that carry it as `passage`"));
            }
            boolean known = whole && (entry.sound() || entry.text("id").isPresent());
            Entry before = known ? taken.putIfAbsent(name, entry) : null;
            if (before != null && !isOtherThing(entry, before)) {
                problems.accept(collision(entry, before));
            }
            if (!whole || before != null) {
                continue;
            }
            claims.add(new Claim(
                    id,
                    corpus + "/" + document,
                    header,
                    entry,
                    subjects(entry, identity, links, by),
                    links,
                    ballots,
                    words));
        }
        if (first != null) {
            problems.accept(Diagnostic.of(
                    first,
                    Problem.NOT_A_MEMBER_IN_DATASET,
                    strangers + (strangers == 1 ? " ballot is" : " ballots are")
                            + " by voters that were no members of the body that day; the first is in this vote",
                    "they are loaded as the dataset has them"));
        }
        return claims;
    }

    private static boolean votes(Ref ref) {
        return VOTING.contains(ref.kind());
    }

    private @Nullable Ref voter(Text name, String choice) {
        Ref only = names.only(name.text(), Resolver::votes);
        return only != null
                ? only
                : names.resolve(name, choice, () -> Admitted.words(VOTING), Resolver::votes, problems)
                        .orElse(null);
    }

    /** How many pairs of things an entry joins at most. */
    private static long joins(Map<String, List<Ref>> links) {
        long joins = 0;
        long actors = Math.max(1, size(links, "by") + size(links, "on behalf of"));
        for (Map.Entry<String, List<Ref>> link : links.entrySet()) {
            joins += actors * link.getValue().size();
        }
        return joins
                + (long) size(links, "person") * size(links, "office")
                + (long) size(links, "subject") * size(links, "object");
    }

    private static int size(Map<String, List<Ref>> links, String key) {
        return links.getOrDefault(key, List.of()).size();
    }

    /** Whether two entries with one id are two things of their own, which has been told already. */
    private static boolean isOtherThing(Entry entry, Entry before) {
        return !entry.kind().equals(before.kind()) && isThing(entry) && isThing(before);
    }

    private static boolean isThing(Entry entry) {
        String section = entry.kind().section();
        return section.equals("entities") || Occurrences.SECTIONS.contains(section);
    }

    private static Diagnostic collision(Entry entry, Entry before) {
        boolean named = entry.text("id").isPresent();
        return Diagnostic.of(
                entry.position(),
                Problem.IDENTITY_COLLISION,
                "this " + what(entry) + " has the same " + (named ? "`id`" : Identity.keys(entry)) + " as the "
                        + what(before) + " at line " + before.position().line(),
                named
                        ? "give it another `id`, or, if it says more of the same, a `claim` such as headline"
                        : "give it an `id` if it is another thing; if it says more of the same, give both one `id`"
                                + " and this one a `claim`");
    }

    private static String what(Entry entry) {
        return entry.kind().label().toLowerCase(Locale.ROOT);
    }

    private String identity(
            Entry entry, Map<String, List<Ref>> links, List<Ref> by, @Nullable Header header, String document) {
        String section = entry.kind().section();
        if (Occurrences.SECTIONS.contains(section) || section.equals("entities")) {
            Optional<String> given = entry.text("id").map(Text::text);
            if (given.isPresent()) {
                return section.equals("entities") ? given.get() : occurrences.target(given.get());
            }
            Optional<Text> same = entry.text("same as");
            if (same.isPresent()) {
                return occurrences.target(same.get().text());
            }
        }
        String built = Identity.of(entry, links, by, header == null ? document : header.id());
        return entry.text("id").map(id -> built + ":" + id.text()).orElse(built);
    }

    private List<Subject> subjects(Entry entry, String identity, Map<String, List<Ref>> links, List<Ref> by) {
        return switch (entry.kind().section()) {
            case "roles" -> edge(entry, links, "person", "office");
            case "ties" -> edge(entry, links, "subject", "object");
            case "attributes" ->
                links.getOrDefault("about", List.of()).stream()
                        .map(about -> new Subject(about.id(), List.of(), null))
                        .toList();
            case "statements" ->
                by.size() < 2 || entry.flag("joint")
                        ? List.of(new Subject(identity, by, null))
                        : by.stream()
                                .map(speaker -> new Subject(identity + "--" + speaker.id(), List.of(speaker), null))
                                .toList();
            case "entities" ->
                List.of(new Subject(entities.get(identity).map(Entity::id).orElse(identity), List.of(), null));
            default -> List.of(new Subject(identity, by, null));
        };
    }

    private static List<Subject> edge(Entry entry, Map<String, List<Ref>> links, String from, String to) {
        List<Subject> subjects = new ArrayList<>();
        for (Ref one : links.getOrDefault(from, List.of())) {
            for (Ref other : links.getOrDefault(to, List.of())) {
                String edge = one.id() + "|" + other.id()
                        + entry.text("tie")
                                .map(tie -> "|" + Identity.slug(tie.text()))
                                .orElse("")
                        + entry.text("id").map(id -> "|" + id.text()).orElse("");
                subjects.add(new Subject(one.id(), List.of(), edge));
            }
        }
        return subjects;
    }
}
