package io.github.diplograph.bench.ogm;

import java.util.List;
import org.neo4j.ogm.annotation.EndNode;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.RelationshipEntity;
import org.neo4j.ogm.annotation.StartNode;

/** A ballot. */
@RelationshipEntity("VOTED")
public class OgmVoted {

    @Id
    @GeneratedValue
    private Long key;

    private String id;
    private String choice;
    private boolean inferred;
    private List<String> sources;

    @StartNode
    private OgmState voter;

    @EndNode
    private OgmVote vote;

    /** For the mapper. */
    public OgmVoted() {}

    OgmVoted(String id, String choice, List<String> sources, OgmState voter, OgmVote vote) {
        this.id = id;
        this.choice = choice;
        this.sources = sources;
        this.voter = voter;
        this.vote = vote;
    }
}
