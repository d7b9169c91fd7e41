/**
 * Dates as news has them. Door: {@link io.github.diplograph.edtf.Edtf}.
 *
 * <p>Comes in: a date as written, such as {@code 2024-08~} or {@code ../2024-09-02}. Goes out: the same text with the
 * first and the last day that it may mean, or what was wrong with it. Follows the Extended Date/Time Format (Library of
 * Congress, 2019; ISO 8601-2), level 1 as far as news needs it. May import {@code diagnostic}.
 */
@NullMarked
package io.github.diplograph.edtf;

import org.jspecify.annotations.NullMarked;
