package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far long work has come, told without drowning anybody. */
class ProgressLineTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(err, terminal, () -> now, false);
    }

    private void tell(ProgressLine line, double second, String work, long done, long total) {
        now = (long) (second * 1e9);
        line.at(work, done, total);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class In_a_pipe {

        @Test
        void short_work_is_not_mentioned() {
            ProgressLine line = line(false);
            for (int i = 0; i <= 19; i++) {
                tell(line, i / 10.0, "reading", i, 19);
            }

            assertThat(shown()).isEmpty();
        }

        @Test
        void the_name_of_a_file_commands_no_terminal() {
            ProgressLine line = line(false);
            tell(line, 0, "reading rows of a\u001b[2Jb\u202e.csv", 0, 9);
            tell(line, 3, "reading rows of a\u001b[2Jb\u202e.csv", 9, 90);

            assertThat(shown()).startsWith("reading rows of a\\u001b[2Jb\\u202e.csv: 9 of 90");
        }

        @Test
        void long_work_gets_a_line_after_two_seconds_and_then_every_five() {
            ProgressLine line = line(false);
            for (int i = 0; i <= 130; i++) {
                tell(line, i / 10.0, "documents", 100L * i, 20_000);
            }

            assertThat(shown())
                    .isEqualTo(
                            """
                            documents: 2,000 of 20,000, 1,000 a second, 18 s left
                            documents: 7,000 of 20,000, 1,000 a second, 13 s left
                            documents: 12,000 of 20,000, 1,000 a second, 8 s left
                            """);
        }

        @Test
        void work_that_is_over_is_told_no_more() {
            ProgressLine line = line(false);
            tell(line, 0, "checking", 0, 11);
            tell(line, 3, "checking", 6, 11);
            tell(line, 9, "checking", 11, 11);
            tell(line, 20, "checking", 11, 11);

            assertThat(shown()).isEqualTo("checking: 6 of 11, 2.0 a second, 3 s left\n");
        }

        @Test
        void work_of_unknown_size_shows_its_time() {
            ProgressLine line = line(false);
            tell(line, 0, "running report agreement", 0, -1);
            tell(line, 75, "running report agreement", 0, -1);

            assertThat(shown()).isEqualTo("running report agreement, 1 min 15 s\n");
        }
    }

    @Nested
    class On_a_terminal {

        @Test
        void one_line_is_redrawn_and_leaves_nothing_behind() {
            ProgressLine line = line(true);
            tell(line, 0, "checking", 0, 6000);
            tell(line, 0.3, "checking", 10, 6000);
            tell(line, 0.5, "checking", 20, 6000);
            tell(line, 2, "checking", 9, 6000);
            tell(line, 2.05, "checking", 10, 6000);
            tell(line, 3, "checking", 6000, 6000);
            line.clear();

            assertThat(shown())
                    .isEqualTo("\r\u001b[Kchecking: 20 of 6,000 …"
                            + "\r\u001b[Kchecking: 9 of 6,000, 4.5 a second, 22 min 12 s left"
                            + "\r\u001b[Kchecking: 6,000 of 6,000"
                            + "\r\u001b[K");
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void work_that_tells_nothing_is_shown_all_the_same() throws InterruptedException {
        ProgressLine line = new ProgressLine(err, true);
        line.at("running report agreement", 0, -1);

        while (!shown().contains("running report agreement, 1 s")) {
            synchronized (line) {
                line.wait(50);
            }
        }
        line.clear();

        assertThat(shown()).endsWith("\r\u001b[K");
    }
}
