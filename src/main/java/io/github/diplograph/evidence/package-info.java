/**
 * Whether an article really has the words that a curator cites. Door: {@link io.github.diplograph.evidence.SourceText}.
 *
 * <p>Comes in: the text of an article and a few words. Goes out: where they stand and what had to be folded to see it,
 * or that they are missing and what comes nearest; and the record of what was found, so that a corpus can show it
 * without the articles. May import {@code diagnostic}.
 */
@NullMarked
package io.github.diplograph.evidence;

import org.jspecify.annotations.NullMarked;
