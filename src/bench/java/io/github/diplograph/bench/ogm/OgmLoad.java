package io.github.diplograph.bench.ogm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.ogm.drivers.bolt.driver.BoltDriver;
import org.neo4j.ogm.session.Session;
import org.neo4j.ogm.session.SessionFactory;
import org.neo4j.ogm.transaction.Transaction;

/** Saves votes with Neo4j-OGM, some a transaction and a session of the mapper. */
public final class OgmLoad {

    private final SessionFactory factory;
    private final Map<String, OgmState> states = new HashMap<>();
    private final List<OgmVote> votes = new ArrayList<>();

    /**
     * Will save over this connection.
     *
     * @param driver a connection, which stays open
     */
    public OgmLoad(Driver driver) {
        factory = new SessionFactory(new BoltDriver(driver), "io.github.diplograph.bench.ogm");
    }

    /**
     * Makes a vote.
     *
     * @param id its id
     * @param properties what it shows
     * @param source the claim that it rests on
     * @return the vote
     */
    public OgmVote vote(String id, Map<String, Object> properties, String source) {
        OgmVote vote = new OgmVote(
                id,
                (String) properties.get("name"),
                (String) properties.get("date"),
                (LocalDate) properties.get("earliest"),
                (LocalDate) properties.get("latest"),
                List.of(source));
        votes.add(vote);
        return vote;
    }

    /**
     * Adds a ballot to a vote.
     *
     * @param vote the vote
     * @param id the ballot's id
     * @param voter the state's id
     * @param choice for, against or abstained
     * @param source the claim that it rests on
     */
    public void ballot(OgmVote vote, String id, String voter, String choice, String source) {
        OgmState state = states.computeIfAbsent(voter, key -> new OgmState(key, key));
        if (choice.equals("abstained")) {
            vote.abstained().add(new OgmAbstained(id, choice, List.of(source), state, vote));
        } else {
            vote.voted().add(new OgmVoted(id, choice, List.of(source), state, vote));
        }
    }

    /**
     * Saves all.
     *
     * @param together how many votes share a transaction
     */
    public void save(int together) {
        for (int from = 0; from < votes.size(); from += together) {
            Session session = factory.openSession();
            try (Transaction transaction = session.beginTransaction()) {
                session.save(votes.subList(from, Math.min(from + together, votes.size())), 1);
                transaction.commit();
            }
        }
    }
}
