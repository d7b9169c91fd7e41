/**
 * YAML 1.2 as curators write it. Door: {@link io.github.diplograph.yaml.YamlFile}.
 *
 * <p>Comes in: the bytes of one file. Goes out: nodes that keep every scalar as it was written and know where they
 * stand, or diagnostics; and the way back, nodes to text. Alone knows the YAML library. May import {@code diagnostic}.
 */
@NullMarked
package io.github.diplograph.yaml;

import org.jspecify.annotations.NullMarked;
