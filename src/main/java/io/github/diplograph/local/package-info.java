/**
 * A real Neo4j server over a directory, as a process of its own. Door: {@link io.github.diplograph.local.LocalNeo4j}.
 *
 * <p>Comes in: a directory for the data, and a folder of server jars or a Neo4j home. Goes out: a server that answers on
 * the loopback interface, stopped when it is closed or when this process ends, however it ends. May import
 * {@code diagnostic}.
 */
@NullMarked
package io.github.diplograph.local;

import org.jspecify.annotations.NullMarked;
