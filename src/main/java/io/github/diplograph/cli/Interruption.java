package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while documents are being applied: the first ends the work after the document at hand, the second at once.
 *
 * <p>Java has no public way to hear a signal, so this one is reached by name; where it is missing, Ctrl-C ends the
 * process at once, which does no harm either.
 */
final class Interruption implements AutoCloseable {

    private volatile boolean asked;
    private @Nullable Object before;

    private Interruption() {}

    /** Begins to listen. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        interruption.before = interruption.handle(null);
        return interruption;
    }

    /** Whether somebody wants the work to end. */
    boolean isAsked() {
        return asked;
    }

    /** The same progress, which throws when the work has been interrupted. */
    Progress between(Progress progress) {
        return (work, done, total) -> {
            progress.at(work, done, total);
            if (asked && done < total) {
                throw new DiplographException("interrupted: " + done + " of " + total + " " + work
                        + " are applied whole, the others not at all; run it again to go on");
            }
        };
    }

    @Override
    public void close() {
        if (before != null) {
            handle(before);
        }
    }

    private @Nullable Object handle(@Nullable Object handler) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signals.getConstructor(String.class).newInstance("INT");
            Object heard = handler != null
                    ? handler
                    : Proxy.newProxyInstance(
                            handlers.getClassLoader(), new Class<?>[] {handlers}, (self, method, given) -> {
                                switch (method.getName()) {
                                    case "handle" -> hear();
                                    case "equals" -> {
                                        return given != null && self == given[0];
                                    }
                                    case "hashCode" -> {
                                        return System.identityHashCode(self);
                                    }
                                    default -> {
                                        return "interruption";
                                    }
                                }
                                return null;
                            });
            return signals.getMethod("handle", signals, handlers).invoke(null, interrupt, heard);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return null;
        }
    }

    /** What a signal does; one that the process was started to ignore, as a shell's background jobs are, never comes. */
    void hear() {
        if (asked) {
            System.exit(130);
        }
        asked = true;
    }
}
