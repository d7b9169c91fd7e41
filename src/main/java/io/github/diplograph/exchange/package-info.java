/**
 * Other people's formats, one class each. Doors for what comes in: {@link io.github.diplograph.exchange.CsvImport} and
 * {@link io.github.diplograph.exchange.PopoloImport}; for what goes out:
 * {@link io.github.diplograph.exchange.Neo4jAdmin}, the files of Neo4j's offline importer.
 *
 * <p>Comes in: roll calls as CSV or Popolo, or a graph, share by share. Goes out: a corpus's own files, or those of
 * another program. May import {@code graph} and what that imports; knows no database.
 */
@NullMarked
package io.github.diplograph.exchange;

import org.jspecify.annotations.NullMarked;
