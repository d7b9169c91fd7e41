package io.github.diplograph.exchange;

import io.github.diplograph.corpus.KnownNames;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.yaml.YamlFile;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes votes into a corpus: a document for each session, year or whatever the source divides them by. */
final class Documents {

    private static final String MARK = "# Written by `diplograph import`";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String UNDATED = "undated";

    private final Path corpus;
    private final Mapping mapping;
    private final KnownNames known;
    private final NewEntities entities;
    private final RollCalls calls;
    private final String dataset;
    private final String prefix;
    private final List<Path> written = new ArrayList<>();
    private final Map<String, Long> ballots = new LinkedHashMap<>();
    private final Map<String, String> resolutions = new HashMap<>();
    private final Map<String, Ref> topics = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Map<Integer, String> names = new HashMap<>();
    private long votes;

    Documents(Path corpus, Mapping mapping, KnownNames known, NewEntities entities, RollCalls calls) {
        this.corpus = corpus;
        this.mapping = mapping;
        this.known = known;
        this.entities = entities;
        this.calls = calls;
        this.dataset = mapping.setting("id").orElseThrow();
        this.prefix = prefix(mapping);
        for (RollCall vote : calls.votes()) {
            Stream.of("name", "resolution", "symbol")
                    .flatMap(key -> Stream.ofNullable(vote.values.get(key)))
                    .map(NewEntities::slug)
                    .forEach(called::add);
        }
    }

    /** The names that a corpus has, less those that an earlier import of the data set defined. */
    static KnownNames namesOf(Path corpus, Mapping mapping) {
        String dataset = mapping.setting("id")
                .orElseThrow(() -> new DiplographException("the data set has no id; name it with --dataset"));
        for (String word : List.of(dataset, prefix(mapping))) {
            if (!ID.matcher(word).matches()) {
                throw new DiplographException("no id can begin with \"" + Visible.of(word) + "\"; use letters, digits,"
                        + " hyphens, dots and underscores, beginning with a letter or digit");
            }
        }
        List<Diagnostic> problems = new ArrayList<>();
        KnownNames known = KnownNames.in(corpus, Set.of(entitiesFile(dataset)), problems::add);
        problems.stream().filter(Diagnostic::isError).findFirst().ifPresent(problem -> {
            throw new DiplographException("the corpus has errors, and no name can be relied on: " + problem);
        });
        return known;
    }

    /** What the ids of votes and resolutions begin with. */
    static String prefix(Mapping mapping) {
        return mapping.setting("prefix").or(() -> mapping.setting("id")).orElseThrow();
    }

    /** The file of a data set's own entities, as a path in the corpus. */
    private static String entitiesFile(String dataset) {
        return "entities/" + dataset + ".yaml";
    }

    /** Writes everything. */
    Imported write(List<YamlMap.Entry> furtherSections, String divided, Progress progress) {
        Map<String, List<RollCall>> byDocument = divide(divided);
        if (byDocument.isEmpty() && !calls.votes().isEmpty()) {
            throw new DiplographException(
                    "nothing was imported: of " + calls.votes().size()
                            + (calls.votes().size() == 1 ? " vote" : " votes")
                            + " none has ballots, counts, a result or a resolution; look at what finds no place, and say under"
                            + " `columns` and `choices` of the mapping what it means");
        }
        // before anything is written by its name: what is defined later may have the same
        byDocument.values().forEach(all -> all.forEach(this::body));
        int done = 0;
        for (Map.Entry<String, List<RollCall>> document : byDocument.entrySet()) {
            progress.at("writing documents", done++, byDocument.size());
            document(document.getKey(), document.getValue());
        }
        progress.at("writing documents", done, done);
        List<YamlMap.Entry> sections = new ArrayList<>();
        if (entities.size() > 0) {
            sections.add(YamlMap.Entry.of("entities", entities.node()));
        }
        sections.addAll(furtherSections);
        Path own = corpus.resolve(entitiesFile(dataset));
        if (!sections.isEmpty()) {
            save(own, YamlMap.of(sections));
        }
        manifest();
        return new Imported(
                written,
                removeOthers(own),
                votes,
                ballots,
                resolutions.size(),
                entities.size(),
                calls.rowsRead(),
                calls.rowsSkipped(),
                calls.unplaced(),
                calls.readAs());
    }

    /** The votes by document, in the order of time, then of the source's keys. */
    private Map<String, List<RollCall>> divide(String divided) {
        int width = calls.votes().stream()
                .map(vote -> vote.values.getOrDefault("document", ""))
                .filter(value -> value.matches("\\d+"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        Map<String, List<RollCall>> byDocument = new TreeMap<>();
        for (RollCall vote : calls.votes()) {
            if (vote.ballots() == 0
                    && !vote.values.containsKey("resolution")
                    && !vote.values.containsKey("result")
                    && vote.values.keySet().stream().noneMatch(name -> name.startsWith("count "))) {
                calls.unplaced(
                        vote.file,
                        vote.line,
                        "vote without ballots",
                        "vote \"" + vote.key + "\" has neither ballots nor counts, result or resolution");
            } else {
                byDocument
                        .computeIfAbsent(name(vote, divided, width), name -> new ArrayList<>())
                        .add(vote);
            }
        }
        Comparator<RollCall> order = Comparator.comparing((RollCall vote) ->
                        calls.date(vote).flatMap(Edtf::earliest).orElse(LocalDate.MAX))
                .thenComparingInt(vote -> vote.key.length())
                .thenComparing(vote -> vote.key);
        byDocument.values().forEach(list -> list.sort(order));
        return byDocument;
    }

    private String name(RollCall vote, String divided, int width) {
        String value = vote.values.get("document");
        if (value == null) {
            return calls.date(vote)
                    .flatMap(Edtf::earliest)
                    .map(day -> String.format("%04d", day.getYear()))
                    .orElse(UNDATED);
        }
        String padded = value.matches("\\d+") ? "0".repeat(width - value.length()) + value : value;
        String slug = NewEntities.slug(divided + " " + padded);
        return slug.isEmpty() ? UNDATED : slug;
    }

    private void document(String name, List<RollCall> calls) {
        List<YamlNode> entries = new ArrayList<>();
        TreeMap<String, YamlNode> defined = new TreeMap<>();
        Map<String, Set<String>> about = new HashMap<>();
        calls.forEach(vote -> resolution(vote, about));
        for (RollCall vote : calls) {
            entries.add(vote(vote));
            String resolution = vote.values.get("resolution");
            if (resolution != null) {
                defined.computeIfAbsent(
                        resolutions.get(resolution),
                        id -> definition(vote, resolution, about.getOrDefault(id, Set.of())));
            }
            votes++;
        }
        List<YamlMap.Entry> root = new ArrayList<>();
        root.add(YamlMap.Entry.of("dataset", header()));
        if (!defined.isEmpty()) {
            List<YamlMap.Entry> definitions = new ArrayList<>();
            defined.forEach((id, definition) -> definitions.add(YamlMap.Entry.of(id, definition)));
            root.add(YamlMap.Entry.of("entities", YamlMap.of(definitions)));
        }
        root.add(YamlMap.Entry.of("votes", YamlList.of(entries)));
        save(folder().resolve(name + ".yaml"), YamlMap.of(root));
    }

    /** Gives a vote's resolution its id, and what the vote is about to the resolution: a vote itself is about nothing. */
    private void resolution(RollCall vote, Map<String, Set<String>> about) {
        String resolution = vote.values.get("resolution");
        if (resolution == null) {
            vote.topics.forEach((topic, place) -> calls.unplaced(
                    place.file(),
                    place.line(),
                    "topic of no resolution",
                    "vote \"" + vote.key + "\" is about \"" + topic
                            + "\", and names no resolution that could be said to be about it"));
            return;
        }
        String id = resolutions.computeIfAbsent(resolution, text -> free(NewEntities.slug(prefix + " " + text)));
        for (String topic : vote.topics.keySet()) {
            about.computeIfAbsent(id, made -> new TreeSet<>()).add(topic(topic));
        }
    }

    private String topic(String name) {
        return nameOrId(
                topics.computeIfAbsent(name, made -> known.resolve(name, "about", Set.of("topic"), problem -> {})
                        .orElseGet(() -> entities.define("topic", name, name))));
    }

    /** The body that voted, as it is written, if that means anything; otherwise it is defined. */
    private Optional<String> body(RollCall vote) {
        return Optional.ofNullable(vote.values.get("body"))
                .or(() -> mapping.setting("body"))
                .map(name -> entities.has(name) || !known.all(name).isEmpty()
                        ? name
                        : nameOrId(entities.define("organisation", name, name)));
    }

    /** By its name, if nothing else of whatever kind has that; otherwise by its id. */
    private String nameOrId(Ref thing) {
        boolean alone = known.all(thing.name()).stream().allMatch(thing::equals)
                && entities.isAlone(thing)
                && !called.contains(NewEntities.slug(thing.name()));
        return alone ? thing.name() : thing.id();
    }

    private YamlNode definition(RollCall vote, String name, Set<String> about) {
        List<YamlMap.Entry> entries = new ArrayList<>();
        entries.add(YamlMap.Entry.of("resolution", YamlScalar.text(name)));
        value(entries, "symbol", vote.values.get("symbol"));
        if (!about.isEmpty()) {
            entries.add(YamlMap.Entry.of(
                    "about", YamlList.of(about.stream().map(YamlScalar::text).toList())));
        }
        return YamlMap.of(entries);
    }

    private YamlNode vote(RollCall vote) {
        List<YamlMap.Entry> entries = new ArrayList<>();
        value(entries, "id", free(prefix + "-" + key(vote.key)));
        value(entries, "name", vote.values.get("name"));
        String resolution = vote.values.get("resolution");
        value(entries, "resolution", resolution == null ? null : resolutions.get(resolution));
        value(entries, "body", body(vote).orElse(null));
        calls.date(vote).ifPresent(date -> entries.add(YamlMap.Entry.of("date", YamlScalar.of(date.text()))));
        value(entries, "result", vote.values.get("result"));
        List<YamlMap.Entry> counts = new ArrayList<>();
        for (RollCall.Choice choice : RollCall.Choice.values()) {
            String count = vote.values.get("count " + choice.key());
            if (count != null) {
                counts.add(YamlMap.Entry.of(choice.key(), YamlScalar.of(count)));
            }
        }
        if (!counts.isEmpty()) {
            entries.add(YamlMap.Entry.of("counts", YamlMap.of(counts)));
        }
        for (RollCall.Choice choice : RollCall.Choice.values()) {
            int[] voters = vote.voters(choice);
            if (voters.length > 0) {
                ballots.merge(choice.key(), (long) voters.length, Long::sum);
                List<String> listed = new ArrayList<>();
                for (int voter : voters) {
                    listed.add(names.computeIfAbsent(voter, this::written));
                }
                listed.sort(Comparator.naturalOrder());
                entries.add(YamlMap.Entry.of(
                        choice.key(),
                        YamlList.of(listed.stream().map(YamlScalar::text).toList())));
            }
        }
        value(entries, "note", vote.values.get("note"));
        return YamlMap.of(entries);
    }

    /** By its name, if nothing else has that; otherwise by its id. */
    private String written(int voter) {
        Ref ref = calls.voter(voter);
        boolean plain = !known.has(ref.id()) && entities.isAlone(ref)
                || known.resolve(ref.name(), "voter", Set.of("state", "person"), problem -> {})
                        .equals(Optional.of(ref));
        return plain && ref.name().length() <= 50 ? ref.name() : ref.id();
    }

    /** The source's key as the end of an id: as it is, if ids can have such characters. */
    private static String key(String key) {
        return key.matches("[A-Za-z0-9._-]+") ? key : NewEntities.slug(key);
    }

    private String free(String wanted) {
        String id = wanted;
        for (int i = 2; known.has(id) || !ids.add(id); i++) {
            id = wanted + "-" + i;
        }
        return id;
    }

    private YamlNode header() {
        List<YamlMap.Entry> entries = new ArrayList<>();
        Mapping.HEADER.forEach(key -> mapping.setting(key)
                .ifPresent(text -> entries.add(
                        YamlMap.Entry.of(key, key.equals("published") ? YamlScalar.of(text) : YamlScalar.text(text)))));
        return YamlMap.of(entries);
    }

    private static void value(List<YamlMap.Entry> entries, String key, @Nullable String text) {
        if (text != null) {
            entries.add(YamlMap.Entry.of(key, YamlScalar.text(text)));
        }
    }

    private Path folder() {
        return corpus.resolve("extractions").resolve(dataset);
    }

    private void manifest() {
        Path manifest = corpus.resolve("corpus.yaml");
        if (!Files.exists(manifest)) {
            List<YamlMap.Entry> entries = new ArrayList<>();
            value(entries, "name", dataset);
            value(entries, "title", mapping.setting("title").orElse(null));
            replace(manifest, YamlFile.write(YamlMap.of(entries)));
        }
    }

    private void save(Path file, YamlNode root) {
        if (Files.exists(file) && !isOurs(file)) {
            throw new DiplographException("\"" + file + "\" was not written by an import, and is not overwritten; move"
                    + " it, or give the data set another id");
        }
        replace(
                file,
                MARK + ", which writes it anew; put what you add into a file of your own.\n" + YamlFile.write(root));
        written.add(corpus.relativize(file));
    }

    private static boolean isOurs(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").startsWith(MARK);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Removes what an earlier import of this data set wrote and this one did not. */
    private List<Path> removeOthers(Path own) {
        Set<Path> kept = new HashSet<>();
        written.forEach(file -> kept.add(corpus.resolve(file)));
        List<Path> removed = new ArrayList<>();
        try {
            List<Path> there = new ArrayList<>(List.of(own));
            if (Files.isDirectory(folder())) {
                try (Stream<Path> files = Files.list(folder())) {
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .forEach(there::add);
                }
            }
            for (Path file : there) {
                if (!kept.contains(file) && Files.isRegularFile(file) && isOurs(file)) {
                    Files.delete(file);
                    removed.add(corpus.relativize(file));
                }
            }
        } catch (IOException e) {
            throw unwritable(folder(), e);
        }
        return removed;
    }

    /** So that nobody meets half a file, whenever this ends. */
    private static void replace(Path file, String text) {
        Path half = file.resolveSibling("." + file.getFileName() + ".half");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static DiplographException unwritable(Path file, IOException cause) {
        return new DiplographException("cannot write \"" + file + "\"; may you write there, and is there room?", cause);
    }
}
