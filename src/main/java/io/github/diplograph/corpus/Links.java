package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Tie;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the names in an entry mean, and whether its verb, tie or property may join what they mean. */
final class Links {

    private final Vocabulary vocabulary;
    private final Admitted admitted;
    private final Names names;
    private final Occurrences occurrences;
    private final Map<String, String> offices;
    private final Mistakes problems;

    Links(Vocabulary vocabulary, Names names, Occurrences occurrences, Map<String, String> offices, Mistakes problems) {
        this.vocabulary = vocabulary;
        this.admitted = new Admitted(vocabulary);
        this.names = names;
        this.occurrences = occurrences;
        this.offices = offices;
        this.problems = problems;
    }

    /**
     * Resolves all names of one entry.
     *
     * @param entry the entry
     * @param header its article, or null
     * @param links takes, for each key, what its names mean
     * @return whether every name means something that may stand there
     */
    boolean read(Entry entry, @Nullable Header header, Map<String, List<Ref>> links) {
        boolean whole = true;
        for (Key key : keys(entry)) {
            if (key.type() != Type.NAME
                    || Ballots.CHOICES.contains(key.name())
                    || key.name().equals("same as")) {
                continue;
            }
            List<Text> written = entry.texts(key.name());
            if (written.isEmpty()) {
                continue;
            }
            Set<Ref> found = new LinkedHashSet<>();
            for (Text name : written) {
                List<Ref> refs = resolve(entry, key, name, header, links);
                whole &= !refs.isEmpty();
                for (Ref ref : refs) {
                    whole &= verbJoins(entry, key, name, ref)
                            && tieJoins(entry, key, name, ref)
                            && propertySuits(entry, key, name, ref);
                }
                found.addAll(refs);
            }
            links.put(key.name(), List.copyOf(found));
        }
        return whole;
    }

    /** The keys that an entry may have, for an entity those of its kind. */
    private static List<Key> keys(Entry entry) {
        if (!entry.kind().section().equals("entities")) {
            return entry.kind().keys();
        }
        String kind = entry.text("kind").map(Text::text).orElse("");
        return entry.kind().keys().stream().filter(key -> key.suits(kind)).toList();
    }

    private List<Ref> resolve(Entry entry, Key key, Text name, @Nullable Header header, Map<String, List<Ref>> links) {
        if (key.admits().contains(Ref.ARTICLE) && name.text().equals(Ref.ARTICLE)) {
            // A file without its article has been told so already.
            return header == null ? List.of() : List.of(new Ref(header.id(), Ref.ARTICLE, Ref.ARTICLE, "the article"));
        }
        Predicate<Ref> fits = ref -> admitted.by(key.admits(), ref);
        if (key.name().equals("office")) {
            List<Text> of = entry.texts("of");
            if (of.size() == 1) {
                List<Ref> bodies = links.containsKey("of")
                        ? links.get("of")
                        : names.all(of.get(0).text(), ref -> !Admitted.occurrence(ref));
                Set<String> ids = new TreeSet<>();
                bodies.forEach(body -> ids.add(body.id()));
                Predicate<Ref> within = fits.and(ref -> ids.contains(offices.getOrDefault(ref.id(), "")));
                if (!bodies.isEmpty()) {
                    return names.resolve(
                                    name,
                                    key.name(),
                                    () -> "an office of "
                                            + Mistakes.cut(of.get(0).text()),
                                    within,
                                    problems)
                            .map(List::of)
                            .orElse(List.of());
                }
            }
        }
        return names.resolve(name, key.name(), () -> Admitted.words(key.admits()), fits, problems)
                .map(occurrences::all)
                .orElse(List.of());
    }

    /** Whether what a name means is of a kind that the entry's verb joins. */
    private boolean verbJoins(Entry entry, Key key, Text name, Ref ref) {
        boolean actor = key.name().equals("by");
        Verb verb = actor || key.name().equals("towards") ? entry.verb().orElse(null) : null;
        if (verb == null
                || actor && ref.kind().equals(Ref.ARTICLE)
                || admitted.by(actor ? verb.actors() : verb.targets(), ref)) {
            return true;
        }
        Set<String> kinds = actor ? verb.actors() : verb.targets();
        boolean none = kinds.isEmpty();
        String elsewhere = actor ? "whom it befalls belongs under `towards`" : "what it is about belongs under `about`";
        problems.accept(Diagnostic.of(
                name.position(),
                Problem.VERB_KINDS,
                none
                        ? "\"" + verb.name() + "\" takes nothing under `" + key.name() + "`"
                        : Mistakes.quoted(name.text()) + " is " + Admitted.a(ref.of()) + ", and \"" + verb.name()
                                + "\" takes " + Admitted.words(kinds) + " under `" + key.name() + "`",
                none ? elsewhere : "`diplograph schema --verbs` lists which verbs join which kinds"));
        return false;
    }

    /** Whether what a name means is of a kind that the entry's tie joins. */
    private boolean tieJoins(Entry entry, Key key, Text name, Ref ref) {
        boolean subject = key.name().equals("subject");
        Tie tie = subject || key.name().equals("object")
                ? entry.text("tie").flatMap(word -> vocabulary.tie(word.text())).orElse(null)
                : null;
        if (tie == null) {
            return true;
        }
        Set<String> kinds = subject ? tie.subjects() : tie.objects();
        if (kinds.isEmpty() || admitted.by(kinds, ref)) {
            return true;
        }
        problems.accept(Diagnostic.of(
                name.position(),
                Problem.WRONG_KIND,
                Mistakes.quoted(name.text()) + " is " + Admitted.a(ref.of()) + ", and \"" + tie.name() + "\" takes "
                        + Admitted.words(kinds) + " under `" + key.name() + "`"));
        return false;
    }

    /** Whether what a name means is of a kind that has the property of an attribute. */
    private boolean propertySuits(Entry entry, Key key, Text name, Ref ref) {
        Property property =
                entry.kind().section().equals("attributes") && key.name().equals("about")
                        ? entry.text("property")
                                .flatMap(word -> vocabulary.property(word.text()))
                                .orElse(null)
                        : null;
        if (property == null || property.kinds().isEmpty() || admitted.by(property.kinds(), ref)) {
            return true;
        }
        problems.accept(Diagnostic.of(
                name.position(),
                Problem.UNKNOWN_PROPERTY,
                Mistakes.quoted(name.text()) + " is " + Admitted.a(ref.of()) + ", and \"" + property.word()
                        + "\" is said of " + Admitted.words(property.kinds())));
        return false;
    }
}
