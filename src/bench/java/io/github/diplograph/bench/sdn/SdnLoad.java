package io.github.diplograph.bench.sdn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.data.neo4j.core.mapping.Neo4jMappingContext;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves votes with Spring Data Neo4j, some a transaction. */
public final class SdnLoad {

    private final Neo4jTemplate template;
    private final TransactionTemplate transactions;
    private final Map<String, SdnState> states = new HashMap<>();
    private final List<SdnVote> votes = new ArrayList<>();

    /**
     * Will save over this connection.
     *
     * @param driver a connection, which stays open
     */
    public SdnLoad(Driver driver) {
        Neo4jMappingContext context = new Neo4jMappingContext();
        context.setInitialEntitySet(Set.of(SdnState.class, SdnVote.class, SdnBallot.class));
        context.afterPropertiesSet();
        Neo4jTransactionManager manager = new Neo4jTransactionManager(driver);
        template = new Neo4jTemplate(Neo4jClient.create(driver), context, manager);
        transactions = new TransactionTemplate(manager);
    }

    /**
     * Makes a vote.
     *
     * @param id its id
     * @param properties what it shows
     * @param source the claim that it rests on
     * @return the vote
     */
    public SdnVote vote(String id, Map<String, Object> properties, String source) {
        SdnVote vote = new SdnVote(
                id,
                (String) properties.get("name"),
                (String) properties.get("date"),
                (LocalDate) properties.get("earliest"),
                (LocalDate) properties.get("latest"),
                List.of(source),
                new ArrayList<>(),
                new ArrayList<>());
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
    public void ballot(SdnVote vote, String id, String voter, String choice, String source) {
        SdnState state = states.computeIfAbsent(voter, key -> new SdnState(key, key));
        (choice.equals("abstained") ? vote.abstained() : vote.voted())
                .add(new SdnBallot(id, choice, false, List.of(source), state));
    }

    /**
     * Saves all.
     *
     * @param together how many votes share a transaction
     */
    public void save(int together) {
        for (int from = 0; from < votes.size(); from += together) {
            List<SdnVote> some = votes.subList(from, Math.min(from + together, votes.size()));
            transactions.executeWithoutResult(status -> template.saveAll(some));
        }
    }
}
