package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptionTests {

    @Test
    void nothing_happens_without_a_signal() {
        try (Interruption interruption = Interruption.watch()) {
            Progress progress = interruption.between(Progress.NONE);
            assertThatCode(() -> progress.at("documents", 1, 9)).doesNotThrowAnyException();
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void ends_the_work_between_two_documents_and_says_what_is_done() throws ReflectiveOperationException {
        try (Interruption interruption = Interruption.watch()) {
            Progress progress = interruption.between(Progress.NONE);
            Class<?> signal = Class.forName("sun.misc.Signal");
            signal.getMethod("raise", signal)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"));
            while (!interruption.isAsked()) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> progress.at("documents", 3, 9))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("interrupted: 3 of 9 documents are applied whole, the others not at all; run it again"
                            + " to go on");
            assertThatCode(() -> progress.at("documents", 9, 9)).doesNotThrowAnyException();
        }
    }
}
