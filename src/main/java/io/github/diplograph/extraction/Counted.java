package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** Passes mistakes on and counts them, so that an entry knows whether there is one in it. */
final class Counted implements Consumer<Diagnostic> {

    private final Consumer<Diagnostic> problems;
    private int count;

    Counted(Consumer<Diagnostic> problems) {
        this.problems = problems;
    }

    @Override
    public void accept(Diagnostic problem) {
        count++;
        problems.accept(problem);
    }

    int count() {
        return count;
    }
}
