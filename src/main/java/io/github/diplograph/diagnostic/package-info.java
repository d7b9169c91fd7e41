/**
 * What is said about data that is wrong. Door: {@link io.github.diplograph.diagnostic.Diagnostic}.
 *
 * <p>Comes in: a position, a problem, a sentence. Goes out: a value that prints as {@code file:line:col}, the line with
 * a caret, and a hint. Also here, because every stage needs them: progress, and the one exception type. Imports nothing
 * of Diplograph.
 */
@NullMarked
package io.github.diplograph.diagnostic;

import org.jspecify.annotations.NullMarked;
