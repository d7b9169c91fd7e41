package io.github.diplograph.vocabulary;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets that keep the order of their file: {@link Set#copyOf} has another one in every run. */
final class Ordered {

    private Ordered() {}

    static <T> Set<T> copy(Collection<T> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
