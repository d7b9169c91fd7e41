package io.github.diplograph.page;

import io.github.diplograph.corpus.Ballot;
import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One claim as it is shown beside the text.
 *
 * @param number its number on the page, from 1, in the order in which the text has its words
 * @param claim the claim
 * @param cited the words that it cites
 */
record Card(int number, Claim claim, List<Cited> cited) {

    private static final List<String> CHOICES = List.of("for", "against", "abstained", "not voting");
    private static final Set<String> ELSEWHERE = Set.of(
            "id",
            "kind",
            "claim",
            "says",
            "quote",
            "passage",
            "inferred",
            "seen in",
            "hedge",
            "negated",
            "status",
            "others");

    /**
     * A key of the entry and what it says.
     *
     * @param key the key
     * @param values its values, names as what they mean
     * @param inferred whether the curator worked it out
     */
    record Fact(String key, List<String> values, boolean inferred) {

        /** Copies the values. */
        Fact {
            values = List.copyOf(values);
        }
    }

    /** Copies the words. */
    Card {
        cited = List.copyOf(cited);
    }

    static Card of(Claim claim, SourceText text) {
        return new Card(0, claim, Cited.of(claim.entry(), text));
    }

    Card numbered(int place) {
        return new Card(place, claim, cited);
    }

    /** Where the first of its words stands; after everything if none was found. */
    int place() {
        return found().mapToInt(Cited::start).min().orElse(Integer.MAX_VALUE);
    }

    /** The words that the article has. */
    Stream<Cited> found() {
        return cited.stream().filter(words -> words.finding().isFound());
    }

    /** The worst that came of its words; empty if it cites none. */
    Optional<Check> check() {
        return Check.worst(
                cited.stream().map(words -> words.finding().outcome()).toList());
    }

    /** Whether its words are not all in the article. */
    boolean isWrong() {
        return check().filter(worst -> worst == Check.MISSING || worst == Check.UNCHECKED)
                .isPresent();
    }

    /** Its section in the singular: {@code statement}. */
    String kind() {
        String section = claim.section();
        return switch (section) {
            case "entities" -> text("kind");
            default -> section.substring(0, section.length() - 1);
        };
    }

    /** Who speaks, acts, or is spoken of. */
    String who() {
        return joined(
                switch (claim.section()) {
                    case "votes" -> values("body");
                    case "statements", "events" -> by();
                    case "roles" -> values("person");
                    case "ties" -> values("subject");
                    case "figures", "attributes" -> values("about");
                    default -> List.of(text("name"));
                });
    }

    /** What is said to be so: the verb, the office, the measure. */
    String does() {
        return switch (claim.section()) {
            case "votes" -> "voted on";
            case "statements", "events" -> (claim.negated() ? "did not: " : "") + text("verb");
            case "roles" -> joined(values("office"));
            case "ties" -> text("tie");
            case "figures" -> text("measure");
            case "attributes" -> text("property");
            default -> "";
        };
    }

    /** Whom or what it is directed at: the target, or the value. */
    String whom() {
        return switch (claim.section()) {
            case "votes" -> joined(values(claim.links("resolution").isEmpty() ? "id" : "resolution"));
            case "statements", "events" -> joined(values("towards"));
            case "roles" -> joined(values("of"));
            case "ties" -> joined(values("object"));
            case "figures" ->
                Stream.of("comparator", claim.entry().text("value").isPresent() ? "value" : "printed", "unit")
                        .map(this::text)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" "));
            case "attributes" -> joined(values("value"));
            default -> "";
        };
    }

    /** Everything else that the entry says, in the order of its file. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (String key : claim.entry().values().keySet()) {
            if (!ELSEWHERE.contains(key)
                    && !CHOICES.contains(key)
                    && !shownAbove().contains(key)) {
                facts.add(new Fact(key, values(key), isInferred(key)));
            }
        }
        for (String choice : CHOICES) {
            ballots(choice, false).ifPresent(facts::add);
            ballots(choice, true).ifPresent(facts::add);
        }
        return facts;
    }

    /** A text of the entry, or nothing. */
    String text(String key) {
        return claim.entry().text(key).map(Text::text).orElse("");
    }

    /** Whether the curator worked a key's value out. */
    boolean isInferred(String key) {
        return claim.entry().texts("inferred").stream()
                .anyMatch(one -> one.text().equals(key));
    }

    /** The claim's id without the document's. */
    String name() {
        return claim.id().substring(claim.id().indexOf('#') + 1);
    }

    private Set<String> shownAbove() {
        return switch (claim.section()) {
            case "votes" -> Set.of("body", "resolution");
            case "statements", "events" -> Set.of("by", "verb", "towards");
            case "roles" -> Set.of("person", "office", "of", "as");
            case "ties" -> Set.of("subject", "tie", "object");
            case "figures" -> Set.of("about", "measure", "comparator", "value", "unit");
            case "attributes" -> Set.of("about", "property", "value");
            default -> Set.of("name");
        };
    }

    private Optional<Fact> ballots(String choice, boolean inferred) {
        List<String> voters = claim.ballots().stream()
                .filter(ballot -> ballot.choice().equals(choice) && ballot.inferred() == inferred)
                .map(Ballot::voter)
                .map(Ref::name)
                .toList();
        return voters.isEmpty() ? Optional.empty() : Optional.of(new Fact(choice, voters, inferred));
    }

    private List<String> by() {
        Set<String> names = new LinkedHashSet<>();
        claim.subjects().forEach(subject -> subject.by().forEach(ref -> names.add(shown(ref))));
        return names.isEmpty() ? values("by") : List.copyOf(names);
    }

    private List<String> values(String key) {
        List<Ref> links = claim.links(key);
        if (!links.isEmpty()) {
            return links.stream().map(Card::shown).distinct().toList();
        }
        Entry entry = claim.entry();
        if (key.equals("counts")) {
            return entry.counts().entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .toList();
        }
        return entry.texts(key).stream().map(Text::text).toList();
    }

    private static String shown(Ref ref) {
        return ref.kind().equals(Ref.ARTICLE) ? "the article" : Objects.requireNonNull(ref.name());
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
