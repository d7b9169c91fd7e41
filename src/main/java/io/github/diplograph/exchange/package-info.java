/**
 * Other people's formats, one class each. Doors for what comes in: {@link io.github.diplograph.exchange.CsvImport} and
 * {@link io.github.diplograph.exchange.PopoloImport}.
 *
 * <p>Comes in: roll calls as CSV or Popolo; goes out: a corpus's own files. May import {@code graph} and what that
 * imports; knows no database.
 */
@NullMarked
package io.github.diplograph.exchange;

import org.jspecify.annotations.NullMarked;
