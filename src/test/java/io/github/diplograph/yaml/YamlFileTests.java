package io.github.diplograph.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTests {

    private final List<Diagnostic> problems = new ArrayList<>();

    private Optional<YamlNode> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<YamlNode> read(byte[] content) {
        problems.clear();
        return YamlFile.read("a.yaml", content, problem -> problems.add(
                problem.position().line() == 0
                        ? problem
                        : problem.withExcerpt(YamlFile.line(content, problem.position().line()))));
    }

    private YamlMap map(String text) {
        YamlNode root = read(text).orElseThrow();
        assertThat(problems).isEmpty();
        return (YamlMap) root;
    }

    private static String value(YamlMap map, String key) {
        return ((YamlScalar) map.get(key).orElseThrow()).text();
    }

    private void says(String text, String... expected) {
        read(text);
        assertThat(problems).map(Diagnostic::toString).containsExactly(expected);
    }

    @Nested
    class Values {

        @ParameterizedTest
        @ValueSource(strings = {
            "NO", "no", "yes", "on", "null", "1.10", "0123", "0x1F", "0o17", "1_000", "2728", "2024-03-25", "12:30", "1e3", ".inf", "~", "true", "<<", "="
        })
        void stay_as_they_were_written(String written) {
            assertThat(value(map("key: " + written + "\n"), "key")).isEqualTo(written);
        }

        @Test
        void that_are_not_there_are_absent() {
            YamlMap map = map("a:\nb: ''\nc: ~\n");
            assertThat(((YamlScalar) map.get("a").orElseThrow()).isAbsent()).isTrue();
            assertThat(((YamlScalar) map.get("b").orElseThrow()).isAbsent()).isFalse();
            assertThat(value(map, "c")).isEqualTo("~");
            assertThat(map.get("d")).isEmpty();
        }

        @Test
        void know_how_they_were_written() {
            YamlMap map = map("a: x\nb: 'x'\nc: \"x\"\nd: |-\n  x\ne: >-\n  x\n");
            assertThat(map.entries())
                    .map(entry -> ((YamlScalar) entry.value()).style())
                    .containsExactly(Style.PLAIN, Style.QUOTED, Style.QUOTED, Style.BLOCK, Style.BLOCK);
            assertThat(map.entries()).map(entry -> ((YamlScalar) entry.value()).text()).containsOnly("x");
        }

        @Test
        void of_several_lines_are_folded_or_kept() {
            YamlMap map = map("a: |\n  one\n\n  two\nb: >\n  one\n  two\nc: one\n  two\n");
            assertThat(value(map, "a")).isEqualTo("one\n\ntwo\n");
            assertThat(value(map, "b")).isEqualTo("one two\n");
            assertThat(value(map, "c")).isEqualTo("one two");
        }

        @Test
        void may_be_repeated_by_aliases() {
            YamlMap map = map("a: &all [UK, US]\nb: *all\nc: &word NO\nd: *word\n");
            assertThat(((YamlList) map.get("b").orElseThrow()).items())
                    .isEqualTo(((YamlList) map.get("a").orElseThrow()).items());
            assertThat(map.get("b").orElseThrow().position()).isEqualTo(new Position("a.yaml", 2, 4));
            assertThat(map.get("d")).contains(new YamlScalar("NO", Style.PLAIN, new Position("a.yaml", 4, 4)));
        }
    }

    @Nested
    class Positions {

        @Test
        void count_code_points_from_one() {
            YamlMap map = map("'\ud83d\ude00\ud83d\ude00': é\nlist: [\ud83d\ude00, x]\n");
            assertThat(map.position()).isEqualTo(new Position("a.yaml", 1, 1));
            assertThat(map.entries().get(0).value().position()).isEqualTo(new Position("a.yaml", 1, 7));
            assertThat(((YamlList) map.get("list").orElseThrow()).items().get(1).position())
                    .isEqualTo(new Position("a.yaml", 2, 11));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void are_the_same_for_every_kind_of_line_break(String end) {
            byte[] content = "# first\n\na: 1 # comment\n  # another\nb:\n  - c\n"
                    .replace("\n", end)
                    .getBytes(StandardCharsets.UTF_8);
            YamlMap map = (YamlMap) read(content).orElseThrow();
            assertThat(problems).isEmpty();
            assertThat(map.position()).isEqualTo(new Position("a.yaml", 3, 1));
            YamlList list = (YamlList) map.get("b").orElseThrow();
            assertThat(list.items().get(0).position()).isEqualTo(new Position("a.yaml", 6, 5));
            assertThat(YamlFile.line(content, 6)).isEqualTo("  - c");
        }

        @Test
        void ignore_a_byte_order_mark() {
            assertThat(map("\ufeffkey: value\n").entries().get(0).key().position())
                    .isEqualTo(new Position("a.yaml", 1, 1));
            assertThat(YamlFile.line("\ufeffkey".getBytes(StandardCharsets.UTF_8), 1)).isEqualTo("key");
        }

        @Test
        void of_an_absent_value_are_behind_its_colon() {
            assertThat(map("a:\n\nb: 1\n").get("a").orElseThrow().position()).isEqualTo(new Position("a.yaml", 1, 3));
        }

        @Test
        void past_the_end_have_no_line() {
            assertThat(YamlFile.line("a".getBytes(StandardCharsets.UTF_8), 2)).isEmpty();
            assertThat(YamlFile.line("a".getBytes(StandardCharsets.UTF_8), 0)).isEmpty();
        }
    }
}
