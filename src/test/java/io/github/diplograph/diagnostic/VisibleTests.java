package io.github.diplograph.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTests {

    @Test
    void nothing_that_commands_a_terminal_or_turns_a_line_stays() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.SURROGATE
                        || Character.getType(point) == Character.LINE_SEPARATOR
                        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                        || "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".indexOf(point)
                                >= 0)
                .forEach(point -> assertThat(Visible.of("a" + Character.toString(point) + "b"))
                        .isEqualTo(point == '\t' ? "a b" : "a\\u%04xb".formatted(point)));
    }

    @Test
    void all_else_stays() {
        assertThat(Visible.of("Ångström, \ud83d\ude00 ‘שלום’ \\u001b "))
                .isEqualTo("Ångström, \ud83d\ude00 ‘שלום’ \\u001b ");
    }
}
