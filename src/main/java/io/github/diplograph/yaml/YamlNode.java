package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Position;

/**
 * A piece of a YAML file: a text, a list or a mapping. YAML's own types (numbers, dates, truth values) do not exist
 * here: what a scalar means is for the vocabulary to say.
 */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

    /**
     * Where the node begins; for an alias, where the alias stands.
     *
     * @return its position, columns in Unicode code points
     */
    Position position();
}
