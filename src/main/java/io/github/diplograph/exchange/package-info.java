/**
 * Other people's formats, one class each. Door for what comes in: {@link io.github.diplograph.exchange.CsvImport}.
 *
 * <p>Comes in: roll calls as CSV; goes out: a corpus's own files. May import {@code graph} and what that imports; knows no
 * database.
 */
@NullMarked
package io.github.diplograph.exchange;

import org.jspecify.annotations.NullMarked;
