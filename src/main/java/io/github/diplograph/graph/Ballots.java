package io.github.diplograph.graph;

import io.github.diplograph.corpus.Ballot;
import io.github.diplograph.corpus.Choice;
import io.github.diplograph.corpus.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ballots of one vote: one edge a voter, and beside it what other claims have instead. */
final class Ballots {

    /** The word in a vote's {@code disputed} that says that ballots are. */
    static final String DISPUTED = "ballots";

    /** What the properties of a ballot's edge depend on. */
    private record Kind(String choice, boolean inferred, boolean disputed) {

        Map<String, Object> properties() {
            return Fixed.of(
                    disputed
                            ? Map.of("choice", choice, "inferred", inferred, "disputed", List.of("choice"))
                            : Map.of("choice", choice, "inferred", inferred));
        }
    }

    private final Drawing drawing;
    private final String vote;
    private final List<Claim> claims;
    /** Each claim's ballots by their voters. */
    private final Map<String, Map<String, Ballot>> cast = new HashMap<>();

    /** The properties of edges, which most ballots of a vote have in common. */
    private final Map<Kind, Map<String, Object>> alike = new HashMap<>();

    private final List<Edge> drawn = new ArrayList<>();

    Ballots(Drawing drawing, String vote, List<Claim> claims) {
        this.drawing = drawing;
        this.vote = vote;
        this.claims = claims;
    }

    /** All edges that rest on a claim of this document. */
    List<Edge> all(Set<String> disputed) {
        if (claims.size() == 1 && claims.get(0).plain()) {
            Claim only = claims.get(0);
            List<String> sources = drawing.own(claims);
            for (Ballot ballot : only.ballots()) {
                add(ballot, ballot.inferred(), false, sources);
            }
            return drawn;
        }
        Map<String, List<Claim>> voters = new TreeMap<>();
        for (Claim claim : claims) {
            claim.ballots()
                    .forEach(ballot -> voters.computeIfAbsent(ballot.voter().id(), id -> new ArrayList<>())
                            .add(claim));
        }
        voters.forEach((voter, on) -> weigh(voter, on, disputed));
        return drawn;
    }

    private void weigh(String voter, List<Claim> on, Set<String> disputed) {
        Choice<String> any = Choice.of(on, claim -> choice(claim, voter)).orElseThrow();
        if (any.disputed()) {
            disputed.add(DISPUTED);
        }
        Optional<Choice<String>> plain =
                Choice.of(on.stream().filter(Claim::plain).toList(), claim -> choice(claim, voter));
        String shown = plain.map(Choice::value).orElse("");
        String instead = null;
        if (plain.isPresent()) {
            List<Claim> holders = on.stream()
                    .filter(claim -> choice(claim, voter).filter(shown::equals).isPresent())
                    .toList();
            Ballot ballot = ballot(holders.get(0), voter).orElseThrow();
            boolean inferred = holders.stream()
                    .allMatch(claim -> ballot(claim, voter).orElseThrow().inferred());
            instead = vote + "|" + voter;
            add(ballot, inferred, any.disputed(), drawing.own(holders));
        }
        Map<String, List<Claim>> others = new TreeMap<>();
        on.stream()
                .filter(claim -> !choice(claim, voter).orElseThrow().equals(shown))
                .forEach(claim -> others.computeIfAbsent(choice(claim, voter).orElseThrow(), key -> new ArrayList<>(1))
                        .add(claim));
        for (Map.Entry<String, List<Claim>> other : others.entrySet()) {
            claimed(ballot(other.getValue().get(0), voter).orElseThrow(), instead, drawing.own(other.getValue()));
        }
    }

    private void add(Ballot ballot, boolean inferred, boolean disputed, List<String> sources) {
        if (sources.isEmpty()) {
            return;
        }
        String voter = drawing.mention(ballot.voter());
        Map<String, Object> values =
                alike.computeIfAbsent(new Kind(ballot.choice(), inferred, disputed), Kind::properties);
        drawn.add(new Edge(vote + "|" + voter, type(ballot), voter, vote, values, sources));
    }

    private void claimed(Ballot ballot, @Nullable String instead, List<String> sources) {
        if (sources.isEmpty()) {
            return;
        }
        String voter = drawing.mention(ballot.voter());
        Map<String, Object> values = new TreeMap<>();
        values.put("type", type(ballot));
        values.put("choice", ballot.choice());
        if (instead != null) {
            values.put("instead", instead);
        }
        String id = vote + "|" + voter + "|" + ballot.choice();
        drawn.add(new Edge(id, "CLAIMED", voter, vote, values, sources));
    }

    private static String type(Ballot ballot) {
        return switch (ballot.choice()) {
            case "abstained" -> "ABSTAINED";
            case "not voting" -> "DID_NOT_VOTE";
            default -> "VOTED";
        };
    }

    private Optional<Ballot> ballot(Claim claim, String voter) {
        return Optional.ofNullable(
                cast.computeIfAbsent(claim.id(), id -> byVoter(claim)).get(voter));
    }

    private static Map<String, Ballot> byVoter(Claim claim) {
        Map<String, Ballot> ballots = new HashMap<>();
        claim.ballots().forEach(ballot -> ballots.putIfAbsent(ballot.voter().id(), ballot));
        return ballots;
    }

    private Optional<String> choice(Claim claim, String voter) {
        return ballot(claim, voter).map(Ballot::choice);
    }
}
