package io.github.diplograph.bench.ogm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.Relationship;

/** A vote with its ballots. */
@NodeEntity("Vote")
public class OgmVote {

    @Id
    private String id;

    private String name;
    private String date;
    private LocalDate earliest;
    private LocalDate latest;
    private List<String> sources = new ArrayList<>();

    @Relationship(type = "VOTED", direction = Relationship.Direction.INCOMING)
    private List<OgmVoted> voted = new ArrayList<>();

    @Relationship(type = "ABSTAINED", direction = Relationship.Direction.INCOMING)
    private List<OgmAbstained> abstained = new ArrayList<>();

    /** For the mapper. */
    public OgmVote() {}

    OgmVote(String id, String name, String date, LocalDate earliest, LocalDate latest, List<String> sources) {
        this.id = id;
        this.name = name;
        this.date = date;
        this.earliest = earliest;
        this.latest = latest;
        this.sources = sources;
    }

    List<OgmVoted> voted() {
        return voted;
    }

    List<OgmAbstained> abstained() {
        return abstained;
    }
}
