/**
 * What the claims add up to. Door: {@link io.github.diplograph.graph.Graph}.
 *
 * <p>Comes in: a valid corpus. Goes out: for each document its share of the graph, nodes and edges with labels, types,
 * properties, ids and the claims that they rest on. May import {@code corpus} and what that imports; knows no database.
 */
@NullMarked
package io.github.diplograph.graph;

import org.jspecify.annotations.NullMarked;
