/**
 * What a set of documents says together. Door: {@link io.github.diplograph.corpus.Corpus}.
 *
 * <p>Comes in: the registry of states and bodies, and a folder of extractions. Goes out: every mistake in them, sorted;
 * and, if there is none, each document's claims with names resolved, identities built, evidence checked, and the
 * disputes between claims. May import {@code extraction} and {@code evidence} and what these import.
 */
@NullMarked
package io.github.diplograph.corpus;

import org.jspecify.annotations.NullMarked;
