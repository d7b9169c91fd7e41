/**
 * The words that extractions are written in, as data. Door: {@link io.github.diplograph.vocabulary.Vocabulary}.
 *
 * <p>Comes in: the bundled YAML files, one a type, and the user's own. Goes out: kinds, kinds of entry with their keys,
 * verbs, properties, ties and lists of words, each with what it becomes in the graph. May import {@code yaml},
 * {@code edtf} and what those import.
 */
@NullMarked
package io.github.diplograph.vocabulary;

import org.jspecify.annotations.NullMarked;
