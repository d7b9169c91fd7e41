/**
 * Brings a database to the state that a corpus describes. Door: {@link io.github.diplograph.load.Loader}.
 *
 * <p>Comes in: a {@link io.github.diplograph.graph.Graph} and a Neo4j driver. Goes out: differences, and what was
 * written. Reads and changes only what Diplograph wrote. May import {@code graph} and what that imports.
 */
@NullMarked
package io.github.diplograph.load;

import org.jspecify.annotations.NullMarked;
