package io.github.diplograph.bench.sdn;

import java.util.List;
import org.springframework.data.neo4j.core.schema.RelationshipId;
import org.springframework.data.neo4j.core.schema.RelationshipProperties;
import org.springframework.data.neo4j.core.schema.TargetNode;

/** A ballot. */
@RelationshipProperties
public class SdnBallot {

    @RelationshipId
    private String key;

    private final String id;
    private final String choice;
    private final boolean inferred;
    private final List<String> sources;

    @TargetNode
    private final SdnState voter;

    /**
     * A ballot.
     *
     * @param id its id
     * @param choice for, against or abstained
     * @param inferred whether it was worked out
     * @param sources the claims that it rests on
     * @param voter who voted
     */
    public SdnBallot(String id, String choice, boolean inferred, List<String> sources, SdnState voter) {
        this.id = id;
        this.choice = choice;
        this.inferred = inferred;
        this.sources = sources;
        this.voter = voter;
    }
}
