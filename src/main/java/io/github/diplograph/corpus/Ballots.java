package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ballots of one entry under {@code votes}: who voted how, and whether that adds up. */
final class Ballots {

    /** The choices, in the order of a record of votes. */
    static final List<String> CHOICES = List.of("for", "against", "abstained", "not voting");

    private static final Comparator<Ballot> BY_VOTER =
            (one, other) -> one.voter().id().compareTo(other.voter().id());

    private final Entry entry;
    private final Memberships memberships;
    private final List<Ref> bodies;
    private final boolean dataset;
    private final Consumer<Diagnostic> problems;
    private final Set<String> terms;
    private final Map<String, Ballot> cast = new HashMap<>();
    private final Map<String, Integer> named = new HashMap<>();
    private int strangers;

    /**
     * Prepares for one vote.
     *
     * @param terms takes the edges of the memberships that the ballots rest on
     */
    Ballots(
            Entry entry,
            Memberships memberships,
            List<Ref> bodies,
            boolean dataset,
            Set<String> terms,
            Consumer<Diagnostic> problems) {
        this.entry = entry;
        this.memberships = memberships;
        this.bodies = bodies;
        this.dataset = dataset;
        this.terms = terms;
        this.problems = problems;
    }

    /**
     * Resolves and checks.
     *
     * @param voter what a name under a key means, if anything
     * @return the ballots, sorted by voter
     */
    List<Ballot> read(BiFunction<Text, String, @Nullable Ref> voter) {
        Set<String> inferred = entry.texts("inferred").stream().map(Text::text).collect(Collectors.toSet());
        Optional<Edtf> date = entry.date("date");
        LocalDate first = bodies.size() == 1 ? date.flatMap(Edtf::earliest).orElse(null) : null;
        LocalDate last = date.flatMap(Edtf::latest).orElse(null);
        boolean checks =
                first != null && last != null && memberships.known(bodies.get(0).id());
        for (String choice : CHOICES) {
            int count = 0;
            for (Text name : entry.texts(choice)) {
                Ref found = voter.apply(name, choice);
                count += found == null ? 0 : 1;
                if (found != null && add(new Ballot(found, choice, inferred.contains(choice)), name) && checks) {
                    checkMember(found, name, Objects.requireNonNull(first), Objects.requireNonNull(last));
                }
            }
            named.put(choice, count);
        }
        entry.text("others").ifPresent(choice -> others(choice, date));
        compareCounts();
        Ballot[] sorted = cast.values().toArray(new Ballot[0]);
        Arrays.sort(sorted, BY_VOTER);
        return List.of(sorted);
    }

    /** How many voters of a dataset were no members of the body that day. */
    int strangers() {
        return strangers;
    }

    private boolean add(Ballot ballot, Text name) {
        Ballot before = cast.putIfAbsent(ballot.voter().id(), ballot);
        if (before != null) {
            problems.accept(Diagnostic.of(
                    name.position(),
                    Problem.VOTER_TWICE,
                    before.choice().equals(ballot.choice())
                            ? Mistakes.quoted(name.text()) + " stands twice under `" + ballot.choice() + "`"
                            : Mistakes.quoted(name.text()) + " stands under `" + ballot.choice() + "` and under `"
                                    + before.choice() + "`",
                    "one voter has one ballot in a vote; what two sources say differently goes into two entries"));
        }
        return before == null;
    }

    private void checkMember(Ref voter, Text name, LocalDate first, LocalDate last) {
        Ref body = bodies.get(0);
        Memberships.Term term = memberships.find(body.id(), voter.id(), first, last);
        if (term != null) {
            terms.add(term.edge());
        } else if (dataset) {
            strangers++;
        } else {
            problems.accept(Diagnostic.of(
                    name.position(),
                    Problem.NOT_A_MEMBER,
                    Mistakes.quoted(name.text()) + " was no member of \"" + body.name() + "\" on "
                            + entry.date("date").map(Edtf::text).orElse(""),
                    "check the date, the body and the name"));
        }
    }

    private void others(Text choice, Optional<Edtf> date) {
        if (bodies.size() != 1 || !memberships.known(bodies.get(0).id())) {
            fail(
                    choice.position(),
                    bodies.isEmpty()
                            ? "`others` needs a `body` whose members are known"
                            : "`others` needs the members of \"" + bodies.get(0).name() + "\", and none are known",
                    "name the body, or give its members as ties in a file under `entities`");
            return;
        }
        Optional<LocalDate> day = date.flatMap(Edtf::earliest);
        if (day.isEmpty() || !day.equals(date.flatMap(Edtf::latest))) {
            fail(choice.position(), "`others` needs a `date` that is one day", "give the day of the vote");
            return;
        }
        List<Ref> rest = new ArrayList<>(memberships.on(bodies.get(0).id(), day.get()));
        rest.removeIf(member -> cast.containsKey(member.id()));
        Long counted = entry.counts().get(choice.text());
        int already = named.getOrDefault(choice.text(), 0);
        if (counted != null && already + rest.size() != counted) {
            fail(
                    choice.position(),
                    "`others` makes " + already + " named and " + rest.size() + " other members `" + choice.text()
                            + "`, and `counts` has " + counted,
                    "the other members that day were: "
                            + rest.stream().map(Ref::name).collect(Collectors.joining(", ")));
            return;
        }
        for (Ref member : rest) {
            cast.put(member.id(), new Ballot(member, choice.text(), true));
            Memberships.Term term = memberships.find(bodies.get(0).id(), member.id(), day.get(), day.get());
            if (term != null) {
                terms.add(term.edge());
            }
        }
    }

    private void compareCounts() {
        entry.counts().forEach((choice, count) -> {
            int ballots = named.getOrDefault(choice, 0);
            if (ballots > count) {
                problems.accept(Diagnostic.of(
                        entry.at("counts"),
                        Problem.COUNTS_DIFFER,
                        "`counts` has " + count + " `" + choice + "`, and " + ballots + " are named",
                        "check the names under `" + choice + "` against the article"));
            }
        });
        if (entry.text("others").isEmpty() && bodies.size() == 1) {
            compareWithBody();
        }
    }

    private void compareWithBody() {
        Optional<LocalDate> day = entry.date("date").flatMap(Edtf::earliest);
        if (day.isEmpty() || dataset || !memberships.known(bodies.get(0).id())) {
            return;
        }
        long counted = CHOICES.stream()
                .mapToLong(choice -> Math.max(entry.counts().getOrDefault(choice, 0L), named.getOrDefault(choice, 0)))
                .sum();
        int members = memberships.on(bodies.get(0).id(), day.get()).size();
        if (members > 0 && counted > members && day.equals(entry.date("date").flatMap(Edtf::latest))) {
            problems.accept(Diagnostic.of(
                    entry.position(),
                    Problem.COUNTS_DIFFER,
                    "ballots and counts come to " + counted + ", and \""
                            + bodies.get(0).name() + "\" had " + members + " members on " + day.get(),
                    "check the numbers against the article"));
        }
    }

    private void fail(Position position, String message, String hint) {
        problems.accept(Diagnostic.of(position, Problem.OTHERS_DO_NOT_ADD_UP, message, hint));
    }
}
