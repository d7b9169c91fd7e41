/** Votes as an embedding programmer maps them with Spring Data Neo4j. */
package io.github.diplograph.bench.sdn;
