package io.github.diplograph.bench.sdn;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * A state.
 *
 * @param id its id
 * @param name its name
 */
@Node("State")
public record SdnState(@Id String id, String name) {}
