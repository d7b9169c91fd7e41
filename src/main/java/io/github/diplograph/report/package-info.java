/**
 * Questions to the graph and their answers. Door: {@link io.github.diplograph.report.Reports}.
 *
 * <p>Comes in: a Cypher file whose header says what it asks, a {@code Driver}, and parameters as someone typed them.
 * Goes out: a table that can be written aligned, as CSV, JSON or Markdown. May import {@code diagnostic}; knows nothing
 * of YAML or of how the graph was made.
 */
@NullMarked
package io.github.diplograph.report;

import org.jspecify.annotations.NullMarked;
