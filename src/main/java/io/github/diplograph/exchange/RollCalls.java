package io.github.diplograph.exchange;

import io.github.diplograph.corpus.KnownNames;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.vocabulary.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The votes of one source, gathered value by value and ballot by ballot, whatever form they come in. */
final class RollCalls {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*");
    private static final Set<String> VOTERS = Set.of("state", "person");
    static final String SKIP = "skip";

    /** A time in which a voter was another. */
    private record Term(int voter, @Nullable LocalDate from, @Nullable LocalDate until, String readAs) {

        boolean holds(Optional<Edtf> date) {
            Optional<LocalDate> first = date.flatMap(Edtf::earliest);
            Optional<LocalDate> last = date.flatMap(Edtf::latest);
            return first.isPresent()
                    && last.isPresent()
                    && (from == null || !first.get().isBefore(from))
                    && (until == null || !last.get().isAfter(until));
        }
    }

    /** What the source's name of a voter means; -1 if nothing. */
    private record Voter(int number, List<Term> terms, String why) {}

    private final Mapping mapping;
    private final KnownNames known;
    private final NewEntities entities;
    private final Consumer<Unplaced> told;
    private final Map<String, RollCall> votes = new LinkedHashMap<>();
    private final Map<List<String>, Voter> voters = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Ref> refs = new ArrayList<>();
    private final Map<String, String> choices = new HashMap<>();
    private final Map<String, Optional<Edtf>> dates = new HashMap<>();
    private final Map<String, Long> unplaced = new TreeMap<>();
    private final Map<String, Long> readAs = new TreeMap<>();
    private final @Nullable DateTimeFormatter format;
    private long read;
    private long skipped;

    RollCalls(Mapping mapping, KnownNames known, NewEntities entities, Consumer<Unplaced> told) {
        this.mapping = mapping;
        this.known = known;
        this.entities = entities;
        this.told = told;
        mapping.setting("new voters").filter(kind -> !VOTERS.contains(kind)).ifPresent(kind -> {
            throw new DiplographException(
                    "new voters are of the kind person or state, not \"" + Visible.of(kind) + "\"");
        });
        for (Word word : known.vocabulary().words("choices")) {
            choices.put(word.name(), word.name());
            word.spellings().forEach(spelling -> choices.put(spelling, word.name()));
        }
        mapping.choices().forEach((choice, words) -> words.forEach(word -> choices.put(word, choice)));
        try {
            format = mapping.setting("date format").map(RollCalls::strict).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new DiplographException(
                    "\"" + mapping.setting("date format").orElse("") + "\" is no form of dates: write one such as"
                            + " dd.MM.yyyy, with d for days, M for months, y for years",
                    e);
        }
    }

    /** One more row or object was read. */
    void read() {
        read++;
    }

    /** A row or object, or a part of it, finds no place. */
    void unplaced(String file, long line, String reason, String detail) {
        unplaced.merge(reason, 1L, Long::sum);
        told.accept(new Unplaced(file, line, reason, detail));
    }

    @Nullable
    RollCall get(String key) {
        return votes.get(key);
    }

    RollCall vote(String key, String file, long line) {
        return votes.computeIfAbsent(key, made -> new RollCall(made, file, line));
    }

    Collection<RollCall> votes() {
        return votes.values();
    }

    /** Gives a vote a value; another one than it has finds no place. */
    void set(RollCall vote, String name, String written, String file, long line) {
        String value = plain(written);
        if (value.isEmpty()) {
            return;
        }
        if (name.equals("about")) {
            vote.topics.putIfAbsent(value, new RollCall.Place(file, line));
            return;
        }
        String normal = value;
        switch (name) {
            case "date" -> {
                Optional<Edtf> date = date(value);
                if (date.isEmpty()) {
                    unplaced(
                            file,
                            line,
                            "no date",
                            "\"" + value + "\" is none "
                                    + mapping.setting("date format")
                                            .map(form -> "of the form " + form + ", nor in EDTF")
                                            .orElse("in EDTF, such as 2024-03-25; another form is told by the date"
                                                    + " format"));
                    return;
                }
                normal = date.get().text();
            }
            case "result" -> {
                Optional<Word> word = known.vocabulary().word("results", value);
                if (word.isEmpty()) {
                    unplaced(file, line, "no result", "the vocabulary has no result \"" + value + "\"");
                    return;
                }
                normal = word.get().name();
            }
            default -> {
                if (name.startsWith("count ")) {
                    normal = whole(value);
                    if (normal.isEmpty()) {
                        unplaced(file, line, "no number", "\"" + value + "\" under `" + name + "` is no whole number");
                        return;
                    }
                }
            }
        }
        String before = vote.values.putIfAbsent(name, normal);
        if (before != null && !before.equals(normal)) {
            unplaced(
                    file,
                    line,
                    "contradicts an earlier row",
                    "`" + name + "` of vote \"" + vote.key + "\" is \"" + normal + "\" here and \"" + before
                            + "\" before; the earlier one stands");
        }
    }

    /** What the source's word for a choice means: a choice, {@link #SKIP}, or null if nothing. */
    @Nullable
    String choice(String written) {
        return choices.computeIfAbsent(
                written,
                word -> known.vocabulary().word("choices", word).map(Word::name).orElse(null));
    }

    /** Gives a vote a ballot, unless it finds no place. */
    void ballot(RollCall vote, List<String> names, String called, String written, String file, long line) {
        Optional<RollCall.Choice> chosen = chosen(written, file, line);
        if (chosen.isEmpty()) {
            return;
        }
        Voter voter = voters.computeIfAbsent(names, all -> voter(all, called));
        if (voter.number() < 0) {
            unplaced(file, line, "unknown voter", voter.why());
            return;
        }
        int number = voter.number();
        for (Term term : voter.terms()) {
            if (term.holds(date(vote))) {
                number = term.voter();
                readAs.merge(term.readAs(), 1L, Long::sum);
            }
        }
        take(vote, number, chosen.get(), file, line);
    }

    /** Gives a vote the ballot of a voter who is known already. */
    void ballot(RollCall vote, Ref voter, String written, String file, long line) {
        chosen(written, file, line).ifPresent(choice -> take(vote, number(voter), choice, file, line));
    }

    private Optional<RollCall.Choice> chosen(String written, String file, long line) {
        String choice = choice(written);
        if (choice == null) {
            unplaced(
                    file,
                    line,
                    written.isEmpty() ? "no choice" : "unknown choice",
                    written.isEmpty()
                            ? "the row says of nobody what it chose"
                            : "\"" + written
                                    + "\" is no choice; say what it means under `choices`, or that it is to `skip`");
            return Optional.empty();
        }
        if (choice.equals(SKIP)) {
            skipped++;
            return Optional.empty();
        }
        return Optional.of(RollCall.Choice.of(choice));
    }

    private void take(RollCall vote, int voter, RollCall.Choice chosen, String file, long line) {
        if (!vote.take(voter, chosen)) {
            RollCall.Choice before = vote.of(voter);
            unplaced(
                    file,
                    line,
                    before == chosen ? "ballot twice" : "second ballot",
                    "\"" + refs.get(voter).name() + "\" has a ballot in vote \"" + vote.key + "\" already"
                            + (before == chosen ? "" : ", " + before.key() + "; it stands"));
        }
    }

    private Voter voter(List<String> names, String called) {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Ref> found = Optional.empty();
        for (String name : names) {
            found = found.or(() -> known.resolve(name, "voter", VOTERS, problems::add));
        }
        if (found.isEmpty() && !names.isEmpty()) {
            found = mapping.setting("new voters").map(kind -> entities.define(kind, names.get(0), called));
        }
        if (found.isEmpty()) {
            return new Voter(-1, List.of(), why(names, problems));
        }
        List<Term> terms = new ArrayList<>();
        for (String name : names) {
            for (Mapping.Term term : mapping.voters().getOrDefault(name, List.of())) {
                Ref other = known.resolve(term.name(), "voters", VOTERS, problems::add)
                        .orElseThrow(() -> new DiplographException("the mapping takes the voter \"" + name + "\" for \""
                                + term.name() + "\", and nothing has that name; define it under `entities` of the"
                                + " corpus"));
                terms.add(new Term(
                        number(other),
                        term.from() == null ? null : term.from().earliest().orElse(null),
                        term.until() == null ? null : term.until().latest().orElse(null),
                        name + " as " + other.name()));
            }
        }
        return new Voter(number(found.get()), List.copyOf(terms), "");
    }

    private static String why(List<String> names, List<Diagnostic> problems) {
        if (names.isEmpty()) {
            return "the row names none";
        }
        Diagnostic first = problems.get(0);
        return first.message() + (first.hint() == null ? "" : "; " + first.hint());
    }

    private int number(Ref ref) {
        return numbers.computeIfAbsent(ref.id(), id -> {
            refs.add(ref);
            return refs.size() - 1;
        });
    }

    /** The voter of a number. */
    Ref voter(int number) {
        return refs.get(number);
    }

    /** When a vote was taken, if the source says. */
    Optional<Edtf> date(RollCall vote) {
        String written = vote.values.get("date");
        return written == null ? Optional.empty() : date(written);
    }

    private Optional<Edtf> date(String written) {
        return dates.computeIfAbsent(written, this::readDate);
    }

    private Optional<Edtf> readDate(String written) {
        String text = INSTANT.matcher(written).matches() ? written.substring(0, 10) : written;
        if (format != null) {
            try {
                text = LocalDate.parse(text, format).toString();
            } catch (DateTimeException e) {
                // then it may be EDTF already
            }
        }
        return Edtf.read(text, Position.of(""), problem -> {});
    }

    /** Takes no day that its month does not have. Only the proleptic year, {@code u}, needs no era then. */
    private static DateTimeFormatter strict(String pattern) {
        StringBuilder proleptic = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            proleptic.append(c == 'y' && !quoted ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(proleptic.toString()).withResolverStyle(ResolverStyle.STRICT);
    }

    private static String whole(String written) {
        String number = written.replaceFirst("\\.0+$", "");
        return number.matches("\\d{1,9}") ? number : "";
    }

    /** Without line breaks, control characters and doubled space. */
    static String plain(String written) {
        StringBuilder out = new StringBuilder(written.length());
        boolean gap = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c == '\u007f' || c == '\u00a0') {
                gap = true;
            } else {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    long rowsRead() {
        return read;
    }

    long rowsSkipped() {
        return skipped;
    }

    Map<String, Long> unplaced() {
        return unplaced;
    }

    Map<String, Long> readAs() {
        return readAs;
    }
}
