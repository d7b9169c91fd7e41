/**
 * Measures Diplograph beside what one would otherwise use, on one server and in one run. Door:
 * {@link io.github.diplograph.bench.Bench}.
 */
package io.github.diplograph.bench;
