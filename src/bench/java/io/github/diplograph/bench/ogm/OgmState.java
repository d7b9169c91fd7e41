package io.github.diplograph.bench.ogm;

import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;

/** A state. */
@NodeEntity("State")
public class OgmState {

    @Id
    private String id;

    private String name;

    /** For the mapper. */
    public OgmState() {}

    OgmState(String id, String name) {
        this.id = id;
        this.name = name;
    }

    String name() {
        return name;
    }
}
