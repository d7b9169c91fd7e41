/**
 * One file as its curator wrote it. Door: {@link io.github.diplograph.extraction.Extraction}.
 *
 * <p>Comes in: a YAML file's nodes and a vocabulary. Goes out: the header and the entries, each value typed by the
 * vocabulary and with its position, and every mistake in the file. Names are not yet looked up. Also here: the JSON
 * Schema that tells an editor the same rules. May import {@code vocabulary} and what that imports.
 */
@NullMarked
package io.github.diplograph.extraction;

import org.jspecify.annotations.NullMarked;
