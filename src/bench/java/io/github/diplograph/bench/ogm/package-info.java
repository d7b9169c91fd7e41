/** Votes as an embedding programmer maps them with Neo4j-OGM. */
package io.github.diplograph.bench.ogm;
