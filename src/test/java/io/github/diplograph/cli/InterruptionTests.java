package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import org.junit.jupiter.api.Test;

/** What an interruption does; that a process's signal reaches it is shown by a process. */
class InterruptionTests {

    @Test
    void nothing_happens_without_a_signal() {
        try (Interruption interruption = Interruption.watch()) {
            Progress progress = interruption.between(Progress.NONE);
            assertThatCode(() -> progress.at("documents", 1, 9)).doesNotThrowAnyException();
        }
    }

    @Test
    void ends_the_work_between_two_documents_and_says_what_is_done() {
        try (Interruption interruption = Interruption.watch()) {
            Progress progress = interruption.between(Progress.NONE);
            interruption.hear();
            assertThat(interruption.isAsked()).isTrue();
            assertThatThrownBy(() -> progress.at("documents", 3, 9))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("interrupted: 3 of 9 documents are applied whole, the others not at all; run it again"
                            + " to go on");
            assertThatCode(() -> progress.at("documents", 9, 9)).doesNotThrowAnyException();
        }
    }
}
