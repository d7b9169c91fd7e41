package io.github.diplograph.bench.sdn;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;
import org.springframework.data.neo4j.core.schema.Relationship;

/**
 * A vote with its ballots.
 *
 * @param id its id
 * @param name its name
 * @param date its date as written
 * @param earliest the first day that the date may mean
 * @param latest the last one
 * @param sources the claims that it rests on
 * @param voted ballots for and against
 * @param abstained abstentions
 */
@Node("Vote")
public record SdnVote(
        @Id String id,
        String name,
        String date,
        LocalDate earliest,
        LocalDate latest,
        List<String> sources,
        @Relationship(type = "VOTED", direction = Relationship.Direction.INCOMING) List<SdnBallot> voted,
        @Relationship(type = "ABSTAINED", direction = Relationship.Direction.INCOMING) List<SdnBallot> abstained) {}
