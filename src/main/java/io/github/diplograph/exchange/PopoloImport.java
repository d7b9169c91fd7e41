package io.github.diplograph.exchange;

import io.github.diplograph.corpus.KnownNames;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Roll calls from Popolo JSON (popoloproject.com, by its field names): persons and organisations become entities,
 * memberships ties, motions resolutions, vote events votes. Read object by object, packed by gzip or not.
 */
public final class PopoloImport {

    private static final int LONGEST_NAME = 120;

    /** What the standard calls the choices. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "for", List.of("yes"),
            "against", List.of("no"),
            "abstained", List.of("abstain"),
            "not voting", List.of("absent", "not voting", "paired"));

    private static final Map<String, String> RESULTS = Map.of("pass", "adopted", "fail", "not adopted");

    private final KnownNames known;
    private final NewEntities entities;
    private final RollCalls calls;
    private final Map<String, Ref> persons = new HashMap<>();
    private final Map<String, Ref> organisations = new HashMap<>();
    private final Map<String, Motion> motions = new LinkedHashMap<>();
    private final PopoloMemberships memberships;
    private final Set<String> voted = new HashSet<>();

    /** A motion, and where it stands. */
    private record Motion(JsonNode object, String file, long line) {}

    private PopoloImport(KnownNames known, NewEntities entities, RollCalls calls) {
        this.known = known;
        this.entities = entities;
        this.calls = calls;
        memberships = new PopoloMemberships(persons, organisations, calls);
    }

    /**
     * Whether a file is JSON, which is to say that it begins with a brace or a bracket.
     *
     * @param file a file, packed by gzip or not
     * @return true if it is
     */
    public static boolean reads(Path file) {
        try (InputStream stream = CsvReader.unpacked(Files.newInputStream(file))) {
            int c = stream.read();
            while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xef || c == 0xbb || c == 0xbf) {
                c = stream.read();
            }
            return c == '{' || c == '[';
        } catch (IOException e) {
            throw CsvReader.failure(file, e);
        }
    }

    /**
     * Writes what Popolo files say into a corpus, as documents of one data set: one for each legislative session,
     * otherwise one for each year.
     *
     * @param files the files: each an object with the lists {@code persons}, {@code organizations}, {@code memberships},
     *     {@code motions}, {@code vote_events}, or one motion
     * @param mapping its setting {@code id} names the data set; its words for choices go before the standard's
     * @param corpus the folder of the corpus; made, if there is none
     * @param unplaced told every object that finds no place, or not wholly
     * @param progress told how far it has come
     * @return what was written
     * @throws DiplographException if a file cannot be read, or a document cannot be written
     */
    public static Imported run(
            List<Path> files, Mapping mapping, Path corpus, Consumer<Unplaced> unplaced, Progress progress) {
        Mapping meant = new Mapping(Map.of(), Map.of(), OPTIONS, Map.of())
                .with(mapping.settings(), mapping.columns(), mapping.choices());
        KnownNames known = Documents.namesOf(corpus, meant);
        NewEntities entities = new NewEntities(known, Documents.prefix(meant));
        RollCalls calls = new RollCalls(meant, known, entities, unplaced);
        PopoloImport reading = new PopoloImport(known, entities, calls);
        files.forEach(file -> PopoloFile.read(file, progress, reading::define));
        files.forEach(file -> PopoloFile.read(file, progress, reading::place));
        reading.motions.forEach((id, motion) -> {
            if (!reading.voted.contains(id)
                    && motion.object().path("vote_events").isEmpty()) {
                calls.unplaced(
                        motion.file(),
                        motion.line(),
                        "motion without a vote",
                        "no vote event is of the motion \"" + id + "\"");
            }
        });
        List<YamlNode> ties = reading.memberships.ties();
        List<YamlMap.Entry> sections =
                ties.isEmpty() ? List.of() : List.of(YamlMap.Entry.of("ties", YamlList.of(ties)));
        return new Documents(corpus, meant, known, entities, calls).write(sections, "session", progress);
    }

    /** The first time: what later objects refer to. */
    private void define(String list, JsonNode object, String file, long line) {
        switch (list) {
            case "persons", "people" -> define("person", object, persons, file, line);
            case "organizations" -> define("organisation", object, organisations, file, line);
            case "motions" -> {
                calls.read();
                if (!PopoloFile.text(object, "id").isEmpty()) {
                    motions.put(PopoloFile.text(object, "id"), new Motion(object, file, line));
                } else if (object.path("vote_events").isEmpty()) {
                    calls.unplaced(file, line, "incomplete", "a motion needs `id`");
                }
            }
            default -> {}
        }
    }

    private void define(String kind, JsonNode object, Map<String, Ref> into, String file, long line) {
        calls.read();
        String id = PopoloFile.text(object, "id");
        String name = PopoloFile.text(object, "name");
        if (id.isEmpty() || name.isEmpty()) {
            calls.unplaced(file, line, "incomplete", "a " + kind + " needs `id` and `name`");
            return;
        }
        Set<String> kinds = kind.equals("person") ? Set.of(kind) : Set.of(kind, "state");
        Optional<Ref> there = known.resolve(name, kind, kinds, problem -> {});
        into.put(id, there.orElseGet(() -> entities.define(kind, id, name, more(kind, object, name))));
    }

    private List<YamlMap.Entry> more(String kind, JsonNode object, String name) {
        List<YamlMap.Entry> more = new ArrayList<>();
        Set<String> aliases = new LinkedHashSet<>();
        object.path("other_names").forEach(other -> {
            String alias = PopoloFile.text(other, "name");
            if (!alias.isEmpty() && !alias.equals(name)) {
                aliases.add(alias);
            }
        });
        if (!aliases.isEmpty()) {
            more.add(YamlMap.Entry.of(
                    "aliases",
                    YamlList.of(aliases.stream().map(YamlScalar::text).toList())));
        }
        object.path("identifiers").forEach(identifier -> {
            if (PopoloFile.text(identifier, "scheme").equals("wikidata")
                    && known.vocabulary().property("wikidata").isPresent()
                    && more.stream().noneMatch(entry -> entry.key().text().equals("wikidata"))) {
                more.add(YamlMap.Entry.of("wikidata", YamlScalar.text(PopoloFile.text(identifier, "identifier"))));
            }
        });
        if (kind.equals("organisation")) {
            PopoloMemberships.date(more, "from", PopoloFile.text(object, "founding_date"));
            PopoloMemberships.date(more, "until", PopoloFile.text(object, "dissolution_date"));
        }
        return more;
    }

    /** The second time: what refers to others. */
    private void place(String list, JsonNode object, String file, long line) {
        switch (list) {
            case "persons", "people" ->
                object.path("memberships")
                        .forEach(term -> memberships.add(term, PopoloFile.text(object, "id"), "", file, line));
            case "organizations" ->
                object.path("memberships")
                        .forEach(term -> memberships.add(term, "", PopoloFile.text(object, "id"), file, line));
            case "memberships" -> memberships.add(object, "", "", file, line);
            case "motions" -> object.path("vote_events").forEach(event -> event(event, object, file, line));
            case "vote_events" -> {
                JsonNode inside = object.path("motion");
                String id = PopoloFile.first(PopoloFile.text(object, "motion_id"), PopoloFile.text(inside, "id"));
                Motion motion = motions.get(id);
                voted.add(id);
                if (motion == null && !PopoloFile.text(object, "motion_id").isEmpty()) {
                    calls.unplaced(file, line, "unknown motion", "no motion has the id \"" + id + "\"");
                }
                event(object, inside.isObject() || motion == null ? inside : motion.object(), file, line);
            }
            case "votes" -> {
                RollCall vote = calls.get(PopoloFile.text(object, "vote_event_id"));
                if (vote == null) {
                    calls.unplaced(
                            file,
                            line,
                            "unknown vote",
                            "no vote event before it has the id \"" + PopoloFile.text(object, "vote_event_id") + "\"");
                } else {
                    ballot(vote, object, file, line);
                }
            }
            default -> {
                if (!object.isEmpty() && PopoloFile.UNREAD.contains(list)) {
                    calls.unplaced(
                            file, line, "list that is not read", "`" + list + "`, with " + object.size() + " objects");
                }
            }
        }
    }

    private void event(JsonNode event, JsonNode motion, String file, long line) {
        calls.read();
        String key = PopoloFile.first(PopoloFile.text(event, "id"), PopoloFile.text(event, "identifier"));
        if (key.isEmpty()) {
            calls.unplaced(file, line, "incomplete", "a vote event needs `id` or `identifier`");
            return;
        }
        RollCall vote = calls.vote(key, file, line);
        String named = PopoloFile.text(motion, "text");
        String identifier = PopoloFile.text(motion, "identifier");
        String resolution =
                named.isEmpty() || named.length() > LONGEST_NAME && !identifier.isEmpty() ? identifier : named;
        calls.set(
                vote,
                "date",
                PopoloFile.first(PopoloFile.text(event, "start_date"), PopoloFile.text(motion, "date")),
                file,
                line);
        calls.set(
                vote,
                "document",
                PopoloFile.first(
                        PopoloFile.text(event, "legislative_session_id"),
                        PopoloFile.text(motion, "legislative_session_id")),
                file,
                line);
        calls.set(vote, "resolution", resolution, file, line);
        calls.set(vote, "symbol", resolution.equals(identifier) ? "" : identifier, file, line);
        calls.set(vote, "note", named.equals(resolution) ? "" : named, file, line);
        String result = PopoloFile.first(PopoloFile.text(event, "result"), PopoloFile.text(motion, "result"));
        calls.set(vote, "result", RESULTS.getOrDefault(result, result), file, line);
        String organisation =
                PopoloFile.first(PopoloFile.text(event, "organization_id"), PopoloFile.text(motion, "organization_id"));
        Ref body = organisations.get(organisation);
        if (body != null) {
            calls.set(vote, "body", body.id(), file, line);
        } else if (!organisation.isEmpty()) {
            calls.unplaced(file, line, "unknown body", "no organisation has the id \"" + organisation + "\"");
        }
        counts(vote, event.path("counts"), file, line);
        event.path("votes").forEach(ballot -> ballot(vote, ballot, file, line));
    }

    /** Counts of groups are added up, where there is none of the whole. */
    private void counts(RollCall vote, JsonNode counts, String file, long line) {
        Map<String, Long> whole = new TreeMap<>();
        Map<String, Long> ofGroups = new TreeMap<>();
        counts.forEach(count -> {
            String choice = calls.choice(PopoloFile.text(count, "option"));
            if (choice == null) {
                calls.unplaced(
                        file,
                        line,
                        "unknown choice",
                        "a count is of the option \"" + PopoloFile.text(count, "option") + "\"");
            } else if (!choice.equals(RollCalls.SKIP)) {
                Map<String, Long> to = PopoloFile.text(count, "group_id").isEmpty() ? whole : ofGroups;
                to.merge(choice, count.path("value").asLong(0), Long::sum);
            }
        });
        ofGroups.putAll(whole);
        ofGroups.forEach((choice, value) -> calls.set(vote, "count " + choice, String.valueOf(value), file, line));
    }

    private void ballot(RollCall vote, JsonNode ballot, String file, long line) {
        calls.read();
        String id = PopoloFile.first(PopoloFile.text(ballot, "voter_id"), PopoloFile.text(ballot.path("voter"), "id"));
        Ref voter = persons.getOrDefault(id, organisations.get(id));
        if (voter == null || !Set.of("person", "state").contains(voter.kind())) {
            calls.unplaced(
                    file,
                    line,
                    "unknown voter",
                    voter == null
                            ? "no person has the id \"" + id + "\""
                            : "\"" + voter.name() + "\" is an organisation, and only persons and states vote");
            return;
        }
        calls.ballot(vote, voter, PopoloFile.text(ballot, "option"), file, line);
    }
}
