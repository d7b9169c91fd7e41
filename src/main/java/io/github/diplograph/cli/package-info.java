/**
 * The command line. Door: {@link io.github.diplograph.cli.Main}.
 *
 * <p>Comes in: arguments. Goes out: results on standard output, everything else on standard error, an exit code. The
 * only package that prints, and the one that composes all the others; it may import them all.
 */
@NullMarked
package io.github.diplograph.cli;

import org.jspecify.annotations.NullMarked;
